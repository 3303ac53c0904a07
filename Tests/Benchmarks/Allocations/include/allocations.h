#ifndef PROBITY_ALLOCATIONS_H
#define PROBITY_ALLOCATIONS_H

#include <stdint.h>

/// Blocks of memory that the process has asked for so far, by whatever name of malloc's family.
uint64_t probity_allocation_count(void);

#endif
