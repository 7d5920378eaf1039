import Diagnostics
import Inputs
import Testing

struct CSVRefusalTests {
  static let refusals: [Refusal] = [
    Refusal(
      "nothing", "",
      """
      a.csv:1:1: error: there is nothing to read, where a header line is expected
      """),
    Refusal(
      "equal columns", "a,b,a\n1,2,3\n",
      """
      a.csv:1:5: error: the column "a" stands twice in the header
      a.csv:1:1: note: the first one
        hint: rename one of them
      """),
    Refusal(
      "column without a name", "a,\n1,2\n",
      """
      a.csv:1:3: error: column 2 has no name in the header
        hint: the first line names every column
      """),
    Refusal(
      "ragged rows", "a,b\n1\n1,2,3\n1,2\n",
      """
      a.csv:2:1: error: this row has 1 cell, the header has 2
      a.csv:3:5: error: this row has 3 cells, the header has 2
        hint: put a cell that holds the separator in quotes
      """),
    Refusal(
      "open quote", "a,b\n1,\"x\n",
      """
      a.csv:2:3: error: the quote that opens here is never closed
        hint: write a quote inside a quoted cell twice: ""
      """),
    Refusal(
      "text after a quote", "a,b\n\"x\"y,1\n",
      """
      a.csv:2:4: error: expected a comma or the end of the line after the closing quote
        hint: write a quote inside a quoted cell twice: ""
      """),
    Refusal(
      "bare quote", "a,b\n5\" pipe,1\n",
      """
      a.csv:2:2: error: a quote inside a cell without quotes
        hint: put the cell in quotes and the quote inside it twice: "5"" pipe"
      """),
    Refusal(
      "semicolons", "a;b\n1;2\n",
      """
      a.csv:1:1: error: the header has semicolons where a comma is expected
        hint: separate by commas in a .csv file, by tabs in a .tsv file
      """),
    Refusal(
      "tabs", "a\tb\n1\t2\n",
      """
      a.csv:1:1: error: the header has tabs where a comma is expected
        hint: separate by commas in a .csv file, by tabs in a .tsv file
      """),
    Refusal(
      "carriage returns", "a,b\r1,2\r",
      """
      a.csv:1:4: error: a carriage return without a line feed
        hint: save the file with LF or CRLF line ends
      """),
  ]

  @Test(arguments: refusals)
  func saysWhatIsWrongAndWhatToType(refusal: Refusal) {
    let complaint = complaint(about: refusal.text, in: "a.csv") { source throws(DiagnosticError) in
      try CSVReader.read(source)
    }
    #expect(complaint == refusal.message)
  }
}
