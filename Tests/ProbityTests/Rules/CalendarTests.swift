import Probity
import Testing

/// Days and periods as profiles and packs write them.
@Suite struct CalendarTests {
  @Test(arguments: ["2020-12-18", "2000-02-29", "0001-01-01", "9999-12-31", "1970-01-01"])
  func `a day is written as it was read`(_ text: String) {
    #expect(CalendarDate(text)?.description == text)
  }

  @Test(arguments: [
    "2020-12", "2020", "2021-02-29", "2020-13-01", "2020-00-10", "2020-12-32", "20-12-18", "",
    "2020-12-18 ", "2020-12-18T00:00", "+2020-12-18", "２０２０-12-18", "0000-01-01",
  ])
  func `what is no single day is refused`(_ text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test(arguments: [(0, "1970-01-01"), (18_614, "2020-12-18"), (-1, "1969-12-31")])
  func `days are counted from 1970`(_ days: Int, _ text: String) {
    #expect(CalendarDate(daysSince1970: days).description == text)
  }

  @Test func `days are ordered by time`() throws {
    let earlier = try #require(CalendarDate("2020-12-18"))
    let later = try #require(CalendarDate("2021-01-01"))
    #expect(earlier < later && !(later < earlier))
  }

  @Test(arguments: [
    ("P5Y", "2026-11-23", "2021-11-23"), ("P18M", "2026-11-23", "2025-05-23"),
    ("P90D", "2026-11-23", "2026-08-25"), ("P1Y", "2024-02-29", "2023-02-28"),
    ("P1M", "2026-03-31", "2026-02-28"),
  ])
  func `a period leads back to a day`(_ period: String, _ day: String, _ expected: String) throws {
    let period = try #require(CalendarPeriod(period))
    let day = try #require(CalendarDate(day))
    #expect(CalendarDate(daysSince1970: Int(period.before(day))).description == expected)
    #expect(CalendarPeriod(period.description) == period)
  }

  @Test(arguments: ["5Y", "P5", "PY", "P0Y", "P-1Y", "P1Y6M", "P5W", "p5y", "", "P99999Y"])
  func `what is no period is refused`(_ text: String) {
    #expect(CalendarPeriod(text) == nil)
  }

  @Test func `longer periods are later`() throws {
    let year = try #require(CalendarPeriod("P1Y"))
    let months = try #require(CalendarPeriod("P18M"))
    let days = try #require(CalendarPeriod("P90D"))
    #expect(days < year && year < months && !(months < days))
  }
}
