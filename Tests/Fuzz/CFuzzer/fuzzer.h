#include <stddef.h>
#include <stdint.h>

/* The fuzzer's own loop, which comes with the compiler's runtime. */
int LLVMFuzzerRunDriver(
    int *_Nonnull argc, char *_Nullable *_Nullable *_Nonnull argv,
    int (*_Nonnull callback)(const uint8_t *_Nullable data, size_t size));
