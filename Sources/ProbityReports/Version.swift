/// The version of the tools and of the library that is linked into them.
public let probityVersion = "0.1.0"
