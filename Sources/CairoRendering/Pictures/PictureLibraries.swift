/// The libraries that some kinds of pictures need, as Debian names them.
struct PictureLibraries: Sendable {
  var svg = DynamicLibrary.Name(
    file: "librsvg-2.so.2", package: "librsvg2-2", need: "drawing SVG pictures needs")
  var jpeg = DynamicLibrary.Name(
    file: "libturbojpeg.so.0", package: "libturbojpeg0", need: "decoding JPEG pictures needs")
}
