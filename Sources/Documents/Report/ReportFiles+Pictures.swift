import Diagnostics
import Graphics
import Inputs

extension ReportFiles {
  /// A file that the report names; that it can't be read is said where it is named.
  func file(_ name: String, namedAt location: SourceLocation?) throws(DiagnosticError) -> Source {
    do throws(DiagnosticError) {
      return try workspace.read(name, relativeTo: path, limits: limits)
    } catch {
      throw DiagnosticError(
        error.diagnostics.map { fault in
          var fault = fault
          fault.location = location ?? fault.location
          return fault
        })
    }
  }

  /// A picture's file; what is wrong in a file without lines is said where it is named.
  func picture(
    _ name: String, namedAt location: SourceLocation?
  ) throws(DiagnosticError) -> (bytes: [UInt8], header: ImageHeader) {
    let source = try file(name, namedAt: location)
    do throws(DiagnosticError) {
      return (source.bytes, try ImageHeaderReader.read(source, limits: limits))
    } catch {
      throw DiagnosticError(
        error.diagnostics.map { fault in
          var fault = fault
          if fault.location?.range == nil {
            fault.location = location ?? fault.location
          } else {
            fault.notes.append(Diagnostic.Note("it stands here", at: location))
          }
          return fault
        })
    }
  }
}
