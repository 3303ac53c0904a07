/// How reading JSON as the YAML that it is differs from reading it as JSON alone.
///
/// Both lists are exact: what is read or refused otherwise one day must be moved.
enum JSONLists {
  /// Valid JSON that is refused, with the id of the error.
  static let refused: [String: [String]] = [
    // A key given twice hides one of its values.
    "y_object_duplicated_key_and_value": ["yaml.duplicate-key"],
    // YAML names a character by one escape.
    "y_string_accepted_surrogate_pair": ["yaml.surrogate"],
    "y_string_accepted_surrogate_pairs": ["yaml.surrogate"],
    "y_string_surrogates_U+1D11E_MUSICAL_SYMBOL_G_CLEF": ["yaml.surrogate"],
    "y_string_unicode_U+1FFFE_nonchar": ["yaml.surrogate"],
    // Characters that are not shown, or that end a line for some programs.
    "y_string_nonCharacterInUTF-8_U+FFFF": ["yaml.control-character"],
    "y_string_u+2028_line_sep": ["yaml.line-separator"],
    "y_string_u+2029_par_sep": ["yaml.line-separator"],
    "y_string_unescaped_char_delete": ["yaml.control-character"],
    "y_string_with_del_character": ["yaml.control-character"],
  ]

  /// Invalid JSON that is read, as all of it is valid YAML.
  static let accepted = (plainTexts + numberTexts + quotes + structures).sorted()

  /// Texts without quotes.
  private static let plainTexts = [
    "n_array_1_true_without_comma", "n_array_items_separated_by_semicolon", "n_incomplete_null",
    "n_incomplete_true", "n_object_bad_value", "n_object_emoji",
    "n_string_accentuated_char_no_quotes", "n_string_leading_uescaped_thinspace",
    "n_string_no_quotes_with_bad_escape", "n_string_single_string_no_double_quotes",
    "n_structure_angle_bracket_.", "n_structure_capitalized_True",
    "n_structure_number_with_trailing_garbage", "n_structure_whitespace_U+2060_word_joiner",
  ]

  /// Numbers that JSON writes otherwise, and what resembles a number but is a text.
  private static let numberTexts = [
    "n_number_++", "n_number_+1", "n_number_-01", "n_number_-1.0.", "n_number_-2.",
    "n_number_-NaN", "n_number_.2e-3", "n_number_0.3e", "n_number_0.3e+", "n_number_0_capital_E",
    "n_number_0e", "n_number_0e+", "n_number_1.0e+", "n_number_1.0e-", "n_number_1eE2",
    "n_number_9.e+", "n_number_NaN", "n_number_expression", "n_number_hex_2_digits",
    "n_number_invalid+-", "n_number_neg_int_starting_with_zero",
    "n_number_neg_real_without_int_part", "n_number_neg_with_garbage_at_end",
    "n_number_real_garbage_after_e", "n_number_starting_with_dot", "n_number_with_alpha",
    "n_number_with_leading_zero",
  ]

  /// Single quotes, and tabs and line breaks within double ones.
  private static let quotes = [
    "n_object_key_with_single_quotes", "n_object_single_quote", "n_string_escaped_ctrl_char_tab",
    "n_string_single_quote", "n_string_unescaped_newline", "n_string_unescaped_tab",
  ]

  /// Commas at the end, keys without a value, pairs in lists, comments and empty files.
  private static let structures = [
    "n_array_colon_instead_of_comma", "n_array_extra_comma", "n_array_number_and_comma",
    "n_object_comma_instead_of_colon", "n_object_non_string_key",
    "n_object_non_string_key_but_huge_number_instead", "n_object_trailing_comma",
    "n_single_space", "n_structure_no_data", "n_structure_object_with_comment",
  ]
}
