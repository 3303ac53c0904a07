#include <stddef.h>
#include <yaml.h>

/* Whether the private fields through which a parser is lent its text lie where they do in
   libyaml 0.2.5 on machines of 64 bits. */
static inline int probity_yaml_has_tested_layout(void) {
  return sizeof(yaml_parser_t) == 480 && offsetof(yaml_parser_t, eof) == 128 &&
         offsetof(yaml_parser_t, buffer.pointer) == 152 &&
         offsetof(yaml_parser_t, buffer.last) == 160 && offsetof(yaml_parser_t, unread) == 168;
}
