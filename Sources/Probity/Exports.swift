// The domain and the public face; see Architecture.
@_exported public import ProbityText
