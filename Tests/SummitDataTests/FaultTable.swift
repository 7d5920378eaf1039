import Testing

/// A change to the small summit, and all that must be reported of it.
struct Fault: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let text: String
  let replacement: String
  let expected: String

  init(_ id: String, _ text: String, _ replacement: String, _ expected: String) {
    testDescription = id
    self.text = text
    self.replacement = replacement
    self.expected = expected
  }
}

let faultTable = [
  Fault(
    "a member is missing", #""edition": "2022","#, "",
    """
    s.json:1:1: error: this summit has no "edition"
      hint: add "edition": "…"
    """),
  Fault(
    "several faults at once", #""edition": "2022","#, #""editoin": "2022", "host": "x","#,
    """
    s.json:1:1: error: this summit has no "edition"
      hint: add "edition": "…"
    s.json:3:3: error: unknown member "editoin" in summit
      hint: did you mean "edition"?
    s.json:3:30: error: "host" must be an object of languages, not a text
      hint: write {"ko": "…", "en": "…"}
    """),
  Fault(
    "an empty text", #""edition": "2022""#, #""edition": """#,
    """
    s.json:3:14: error: "edition" is empty
    """),
  Fault(
    "a number for a text", #""edition": "2022""#, #""edition": 2022"#,
    """
    s.json:3:14: error: "edition" must be a text, not a number
    """),
  Fault(
    "null for a text", #""edition": "2022""#, #""edition": null"#,
    """
    s.json:3:14: error: "edition" must be a text, not null
    """),
  Fault(
    "a bare text for a bilingual one", #"{"ko": "서밋", "en": "Summit"}"#, #""서밋""#,
    """
    s.json:2:11: error: "name" must be an object of languages, not a text
      hint: write {"ko": "…", "en": "…"}
    """),
  Fault(
    "a language not known", #"{"ko": "서밋", "en": "Summit"}"#, #"{"kr": "서밋"}"#,
    """
    s.json:2:12: error: unknown member "kr" in bilingual text
      hint: did you mean "ko"?
    """),
  Fault(
    "a text in no language", #"{"ko": "서밋", "en": "Summit"}"#, "{}",
    """
    s.json:2:11: error: "name" is empty
      hint: write {"ko": "…", "en": "…"}
    """),
  Fault(
    "an object for a list", #""areas": [{"id": "talent", "name": {"ko": "인재", "en": "Talent"}}]"#,
    #""areas": {"talent": {}}"#,
    """
    s.json:20:12: error: "areas" must be a list, not an object
    s.json:21:67: error: unknown area "talent"
    """),
  Fault(
    "a text in a list of objects",
    #""areas": [{"id": "talent", "name": {"ko": "인재", "en": "Talent"}}]"#, #""areas": ["talent"]"#,
    """
    s.json:20:13: error: an item of "areas" must be an object, not a text
    s.json:21:67: error: unknown area "talent"
    """),
  Fault(
    "an unknown kind", #""kind": "academia""#, #""kind": "acedemia""#,
    """
    s.json:10:52: error: unknown kind of organization "acedemia"
      hint: did you mean "academia"?
    """),
  Fault(
    "an unknown seniority", #""seniority": "head""#, #""seniority": "boss""#,
    """
    s.json:18:103: error: unknown seniority "boss"
      hint: known here: head, president, executive, director
    """),
  Fault(
    "an unknown coverage", #""coverage": "named""#, #""coverage": "all""#,
    """
    s.json:16:15: error: unknown coverage "all"
      hint: known here: named, photograph, complete
    """),
  Fault(
    "an unknown organization", #""organization": "part", "position""#,
    #""organization": "parts", "position""#,
    """
    s.json:18:56: error: unknown organization "parts"
      hint: did you mean "part"?
    """),
  Fault(
    "an unknown source", #""area": "talent", "source": "A""#,
    #""area": "talent", "source": ["A", "B"]"#,
    """
    s.json:21:93: error: unknown source "B"
      hint: known here: A
    """),
  Fault(
    "no source in the list", #""area": "talent", "source": "A""#,
    #""area": "talent", "source": []"#,
    """
    s.json:21:87: error: "source" is empty
    """),
  Fault(
    "an unknown area", #""area": "talent""#, #""area": "research""#,
    """
    s.json:21:67: error: unknown area "research"
      hint: known here: talent
    """),
  Fault(
    "an unknown industry", #""kind": "academia", "industry": "telecom""#,
    #""kind": "academia", "industry": "telekom""#,
    """
    s.json:10:76: error: unknown industry "telekom"
      hint: did you mean "telecom"?
    """),
  Fault(
    "an id given twice", #"{"id": "part""#, #"{"id": "group""#,
    """
    s.json:10:12: error: the organization id "group" is given twice
    s.json:9:12: note: first given here
    s.json:14:22: error: unknown organization "part"
      hint: known here: group
    s.json:18:56: error: unknown organization "part"
      hint: known here: group
    """),
  Fault(
    "an id with a space", #""id": "kim""#, #""id": "kim ku""#,
    """
    s.json:18:12: error: "kim ku" can't be an id
      hint: use the letters a to z, digits, ".", "-" and "_", as in "kim-ku"
    """),
  Fault(
    "an id in Hangul", #""id": "kim""#, #""id": "김""#,
    """
    s.json:18:12: error: "김" can't be an id
      hint: use the letters a to z, digits, ".", "-" and "_", as in "kim-ku"
    """),
  Fault(
    "a group that belongs to itself", #""kind": "industry", "industry": "telecom"}"#,
    #""kind": "industry", "industry": "telecom", "parent": "part"}"#,
    """
    s.json:9:99: error: "group" belongs to itself
    """),
  Fault(
    "an ISIC code of another form", #""isic": "J61""#, #""isic": "6100""#,
    """
    s.json:7:83: error: "6100" is no ISIC code
      hint: write the section, A to U, and its division, as in "J61"
    """),
  Fault(
    "an ISIC section that isn't", #""isic": "J61""#, #""isic": "Z61""#,
    """
    s.json:7:83: error: "Z61" is no ISIC code
      hint: write the section, A to U, and its division, as in "J61"
    """),
  Fault(
    "an ISIC division of another section", #""isic": "J61""#, #""isic": "J10""#,
    """
    s.json:7:83: error: ISIC section J has no division "10"
      hint: its divisions are 58 to 63
    """),
  Fault(
    "a day that isn't", #""date": "2022-10-25""#, #""date": "2022-02-29""#,
    """
    s.json:4:11: error: the calendar has no "2022-02-29"
    """),
  Fault(
    "a month that isn't", #""date": "2022-10-25""#, #""date": "2022-13""#,
    """
    s.json:4:11: error: the calendar has no "2022-13"
    """),
  Fault(
    "a date of another form", #""date": "2022-10-25""#, #""date": "25.10.2022""#,
    """
    s.json:4:11: error: "25.10.2022" is no date
      hint: write "2022-10-25", "2022-10", "2022", {"by": "2022-10-25"} or {"from": "2022-06", "to": "2022-10-25"}
    """),
  Fault(
    "a date with a time", #""date": "2022-10-25""#, #""date": "2022-10-25T09:00""#,
    """
    s.json:4:11: error: "2022-10-25T09:00" is no date
      hint: write "2022-10-25", "2022-10", "2022", {"by": "2022-10-25"} or {"from": "2022-06", "to": "2022-10-25"}
    """),
  Fault(
    "a number for a date", #""date": "2022-10-25""#, #""date": 2022"#,
    """
    s.json:4:11: error: "date" must be a date, not a number
      hint: write "2022-10-25", "2022-10", "2022", {"by": "2022-10-25"} or {"from": "2022-06", "to": "2022-10-25"}
    """),
  Fault(
    "a range without an end", #""date": "2022-10-25""#, #""date": {"from": "2022-10-25"}"#,
    """
    s.json:4:11: error: this date has no "to"
      hint: add "to": "2022-10-25"
    """),
  Fault(
    "a range in the wrong order", #""date": "2022-10-25""#,
    #""date": {"from": "2022-11", "to": "2022-10-25"}"#,
    """
    s.json:4:20: error: "from" lies after "to"
    """),
  Fault(
    "by and from together", #""date": "2022-10-25""#,
    #""date": {"by": "2022-10-25", "from": "2022-10"}"#,
    """
    s.json:4:32: error: unknown member "from" in date
      hint: known here: by
    """),
  Fault(
    "reported before it was held", #""reported": "2022-10-26""#,
    #""reported": {"by": "2022-10-24"}"#,
    """
    s.json:5:15: error: reported (by 24 October 2022) before it was held (25 October 2022)
    """),
  Fault(
    "left before it joined", #""joined": "2020-02", "source": "A", "left""#,
    #""joined": "2020-11", "source": "A", "left""#,
    """
    s.json:14:74: error: "part" left (June – 25 September 2020) before it joined (November 2020)
    """),
  Fault(
    "left without a source", #", "left_source": ["A"]"#, "",
    """
    s.json:14:74: error: "left" has no "left_source"
      hint: add "left_source": "…", the id of the source that states it
    """),
  Fault(
    "a source of leaving without leaving", #""left": {"from": "2020-06", "to": "2020-09-25"}, "#,
    "",
    """
    s.json:14:81: error: "left_source" stands without "left"
    """),
  Fault(
    "a member that joins again", #"{"organization": "part", "joined""#,
    #"{"organization": "group", "joined""#,
    """
    s.json:14:5: error: "group" joins while it is a member
    s.json:13:5: note: a member since here
    """),
  Fault(
    "a speaker who isn't there", #""areas":"#,
    #""statements": [{"speaker": "kin", "text": {"ko": "가"}, "source": "A"}], "areas":"#,
    """
    s.json:20:30: error: unknown participant "kin"
      hint: did you mean "kim"?
    """),
  Fault(
    "a figure that is no number", #""area": "talent", "source""#,
    #""figure": {"value": "200", "label": {"ko": "수"}}, "source""#,
    """
    s.json:21:79: error: "value" must be a number, not a text
    """),
  Fault(
    "a figure beyond all numbers", #""area": "talent", "source""#,
    #""figure": {"value": 1e999, "label": {"ko": "수"}}, "source""#,
    """
    s.json:21:79: error: "value" is too large a number
    """),
]
