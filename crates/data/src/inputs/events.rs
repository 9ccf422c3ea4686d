//! `events.csv`: past export restrictions and outages, one fact a row.

use adit_vocab::event::{Event, EventFlag, EventItem, EventRow, MeasureKind, PastMeasure, Period, PricePoint, Side};
use adit_vocab::figure::Figure;
use adit_vocab::parameters::StockClass;
use adit_vocab::problem::Problem;
use adit_vocab::reference::Reference;

use super::csv_table::{Row, parse_bytes};
use crate::checks::{Known, Seen};
use crate::files::FileSet;

/// The file.
pub const FILE: &str = "events.csv";
const COLUMNS: [&str; 18] = [
    "event",
    "cluster",
    "role",
    "material",
    "by",
    "item",
    "kind",
    "value",
    "low",
    "high",
    "start",
    "end",
    "flag",
    "source",
    "publisher",
    "published",
    "address",
    "note",
];
/// The source id of facts that are cited alone, with publisher, date and address in the row.
pub const SINGLE_FACTS: &str = "event_reports";
/// The source id of assumptions.
const ASSUMPTION: &str = "adit_assumption";

/// A row with what its words mean.
struct Fact {
    line: u64,
    row: EventRow,
    content: Content,
}

enum Content {
    Announced(Period),
    Measure(PastMeasure),
    OutputShare(Figure),
    UseShare(Figure),
    WorldOutput(f64),
    BasePrice(f64),
    Stocks(StockClass, Option<Period>),
    Price(PricePoint),
}

/// Reads the table: events in the order of the file.
pub fn events(files: &FileSet, reference: &Reference, problems: &mut Vec<Problem>) -> Vec<Event> {
    match files.read(FILE) {
        Ok(bytes) => parse(&files.shown(FILE), &bytes, reference, problems),
        Err(problem) => {
            problems.push(problem);
            Vec::new()
        }
    }
}

fn parse(file: &str, bytes: &[u8], reference: &Reference, problems: &mut Vec<Problem>) -> Vec<Event> {
    let known = Known::new(reference);
    let (mut seen, mut seen_prices) = (Seen::default(), Seen::default());
    let before = problems.len();
    let facts = parse_bytes(file, bytes, &COLUMNS, problems, |row| {
        // a price is known by when it was paid, whatever it is compared with
        if row.cell("item") == "price" {
            seen_prices.check(row, &["event", "kind", "end"]);
        } else {
            seen.check(row, &["event", "item", "kind", "start"]);
        }
        fact(row, &known)
    });
    if problems.len() > before {
        // an event that lacks a wrong row would only be wrong once more
        return Vec::new();
    }
    let mut groups: Vec<Vec<&Fact>> = Vec::new();
    for fact in &facts {
        match groups.iter_mut().find(|group| group[0].row.event == fact.row.event) {
            Some(group) => group.push(fact),
            None => groups.push(vec![fact]),
        }
    }
    groups.iter().filter_map(|group| event(group, reference, file, problems)).collect()
}

fn fact(row: &mut Row<'_>, known: &Known<'_>) -> Option<Fact> {
    let before = row.problems();
    let role = row.word("role");
    let item = row.word("item");
    let flag = row.word("flag");
    let (value, low, high) = (row.amount("value"), row.amount("low"), row.amount("high"));
    let built = EventRow {
        event: row.needed("event"),
        cluster: row.needed("cluster"),
        material: known.material(row, "material"),
        by: known.country(row, "by"),
        kind: row.text("kind"),
        start: row.text("start"),
        end: row.text("end"),
        source: known.source(row, "source"),
        publisher: row.text("publisher"),
        published: row.text("published"),
        address: row.text("address"),
        note: row.text("note"),
        value,
        low,
        high,
        role: role?,
        item: item?,
        flag: flag?,
    };
    sourced(row, &built);
    let content = content(row, &built)?;
    (row.problems() == before).then(|| Fact { line: row.line(), row: built, content })
}

/// Where a fact comes from must stand in its row.
fn sourced(row: &mut Row<'_>, fact: &EventRow) {
    if fact.source == SINGLE_FACTS {
        for column in ["publisher", "published", "address"] {
            if row.cell(column).is_empty() {
                row.problem(column, format!("a text, because `{SINGLE_FACTS}` means that the row itself names its source"));
            }
        }
    }
    let assumed = fact.flag == EventFlag::Assumption;
    if assumed != (fact.source == ASSUMPTION) && fact.flag != EventFlag::Unknown {
        row.problem("source", format!("`{ASSUMPTION}` for assumptions and for nothing else"));
    }
    if assumed && fact.note.is_empty() {
        row.problem("note", "why this is assumed");
    }
    if assumed && fact.item != EventItem::Measure && (fact.low.is_none() || fact.high.is_none()) {
        row.row_problem("an assumption without range", "low and high");
    }
    if let (Some(value), Some(low), Some(high)) = (fact.value, fact.low, fact.high)
        && !(low <= value && value <= high)
    {
        row.problem("value", format!("a value within its range, {low} to {high}"));
    }
}

fn content(row: &mut Row<'_>, fact: &EventRow) -> Option<Content> {
    let share = |row: &mut Row<'_>| {
        for column in ["value", "low", "high"] {
            row.share(column);
        }
        figure(row, fact)
    };
    Some(match fact.item {
        EventItem::Announced => Content::Announced(day(row, "start")?),
        EventItem::Measure => Content::Measure(measure(row)?),
        EventItem::OutputShare => Content::OutputShare(share(row)?),
        EventItem::UseShare => Content::UseShare(share(row)?),
        EventItem::WorldOutput => Content::WorldOutput(figure(row, fact)?.value),
        EventItem::BasePrice => Content::BasePrice(figure(row, fact)?.value),
        EventItem::Stocks => stocks(row, fact)?,
        EventItem::Price => Content::Price(price(row)?),
    })
}

/// A number that must be there and above zero, except for a share in use.
fn figure(row: &mut Row<'_>, fact: &EventRow) -> Option<Figure> {
    let may_be_zero = fact.item == EventItem::UseShare;
    let Some(value) = fact.value.filter(|value| *value > 0.0 || may_be_zero) else {
        row.problem("value", if may_be_zero { "a share between 0 and 1" } else { "a positive number" });
        return None;
    };
    Some(Figure {
        value,
        low: fact.low,
        high: fact.high,
        assumption: fact.flag == EventFlag::Assumption,
        source: fact.source.clone(),
        locator: None,
        note: Some(fact.note.clone()).filter(|note| !note.is_empty()),
        year: None,
        bound: None,
    })
}

/// A month or a day.
fn day(row: &mut Row<'_>, column: &str) -> Option<Period> {
    let found = Period::parse(row.cell(column)).filter(|period| period.first == period.last);
    if found.is_none() {
        row.problem(column, "a month or a day, like 2024-08 or 2024-08-15");
    }
    found
}

fn measure(row: &mut Row<'_>) -> Option<PastMeasure> {
    let kind: MeasureKind = row.word("kind")?;
    let optional = |row: &mut Row<'_>, column: &str| {
        if row.cell(column).is_empty() { Some(None) } else { day(row, column).map(|day| Some(day.start())) }
    };
    let share = row.share("value");
    match (kind, share) {
        (MeasureKind::Quota | MeasureKind::Outage, None) => {
            row.problem("value", "the share allowed, for a quota, or lost, for an outage");
            return None;
        }
        (MeasureKind::Licence | MeasureKind::Ban, Some(_)) => {
            row.problem("value", "nothing: what a licence lets through is a parameter of the model, a ban lets through nothing");
            return None;
        }
        _ => {}
    }
    let measure = PastMeasure { kind, share, from: optional(row, "start")?, until: optional(row, "end")? };
    if measure.from.zip(measure.until).is_some_and(|(from, until)| until <= from) {
        row.problem("end", "a time at least half a month after `start`");
        return None;
    }
    Some(measure)
}

fn stocks(row: &mut Row<'_>, fact: &EventRow) -> Option<Content> {
    let class: StockClass = row.word("kind")?;
    if (class == StockClass::Unknown) != (fact.flag == EventFlag::Unknown) {
        row.problem("flag", "unknown for the class unknown and for no other");
        return None;
    }
    let described = if class == StockClass::Unknown { None } else { Some(row.period("start")?) };
    Some(Content::Stocks(class, described))
}

fn price(row: &mut Row<'_>) -> Option<PricePoint> {
    let side: Side = row.word("kind")?;
    let ratio = row.amount("value").filter(|ratio| *ratio > 0.0);
    if ratio.is_none() {
        row.problem("value", "a positive number: the later price over the earlier one");
    }
    let (since, at) = (row.period("start")?, row.period("end")?);
    if since.last > at.first || (since == at) {
        row.problem("end", "a time after `start`");
        return None;
    }
    Some(PricePoint { side, ratio: ratio?, since, at })
}

/// Puts the rows of one event together.
fn event(facts: &[&Fact], reference: &Reference, file: &str, problems: &mut Vec<Problem>) -> Option<Event> {
    let first = facts.first()?;
    let id = &first.row.event;
    let mut wrong = |found: String, expected: &str| problems.push(Problem::new(file, format!("event {id}"), found, expected));
    let head = |row: &EventRow| (row.cluster.clone(), row.role, row.material.clone(), row.by.clone());
    if let Some(other) = facts.iter().find(|fact| head(&fact.row) != head(&first.row)) {
        wrong(
            format!("lines {} and {} do not agree", first.line, other.line),
            "the same cluster, role, material and country in every row of an event",
        );
        return None;
    }
    let once = |pick: &dyn Fn(&Content) -> bool| facts.iter().filter(|fact| pick(&fact.content)).count();
    let single: [(&str, usize); 4] = [
        ("announced", once(&|content| matches!(content, Content::Announced(_)))),
        ("output_share", once(&|content| matches!(content, Content::OutputShare(_)))),
        ("use_share", once(&|content| matches!(content, Content::UseShare(_)))),
        ("stocks", once(&|content| matches!(content, Content::Stocks(..)))),
    ];
    let mut complete = true;
    for (item, count) in single {
        if count != 1 {
            wrong(format!("{count} rows `{item}`"), "exactly one");
            complete = false;
        }
    }
    for (item, count) in [
        ("measure", once(&|content| matches!(content, Content::Measure(_)))),
        ("price", once(&|content| matches!(content, Content::Price(_)))),
    ] {
        if count == 0 {
            wrong(format!("no row `{item}`"), "at least one");
            complete = false;
        }
    }
    if !complete {
        return None;
    }
    let announced = facts.iter().find_map(|fact| match fact.content {
        Content::Announced(period) => Some(period.first),
        _ => None,
    })?;
    let shares = |of: fn(&Content) -> Option<&Figure>| facts.iter().find_map(|fact| of(&fact.content)).cloned();
    let output_share = shares(|content| if let Content::OutputShare(figure) = content { Some(figure) } else { None })?;
    let use_share = shares(|content| if let Content::UseShare(figure) = content { Some(figure) } else { None })?;
    let most_used = use_share.high.unwrap_or(use_share.value);
    if most_used >= output_share.value {
        wrong(
            format!("a country that makes {} of the world's output uses up to {most_used}", output_share.value),
            "a country that exports: a smaller share in use than in output over its whole range",
        );
        return None;
    }
    let (mut stocks, mut hindsight) = (StockClass::Unknown, false);
    let (mut measures, mut points, mut world_output, mut base_price) = (Vec::new(), Vec::new(), None, None);
    for fact in facts {
        match &fact.content {
            Content::Measure(measure) => measures.push(*measure),
            Content::Price(point) => {
                if point.at.last < announced {
                    wrong(
                        format!("line {}: a price observed before the announcement of {announced}", fact.line),
                        "a price observed since the announcement",
                    );
                }
                points.push(point.clone());
            }
            Content::WorldOutput(tonnes) => world_output = Some(*tonnes),
            Content::BasePrice(price) => base_price = Some(*price),
            Content::Stocks(class, described) => {
                stocks = *class;
                hindsight = described.is_some_and(|described| described.last > announced);
            }
            Content::Announced(_) | Content::OutputShare(_) | Content::UseShare(_) => {}
        }
    }
    if measures.iter().any(|measure| measure.from.is_some_and(|from| from < announced)) {
        wrong("a measure in force before it was announced".into(), "the earlier of both as the announcement");
    }
    Some(Event {
        id: id.clone(),
        cluster: first.row.cluster.clone(),
        role: first.row.role,
        material: reference.materials.by_id(&first.row.material)?,
        by: reference.countries.by_iso3(&first.row.by)?,
        announced,
        measures,
        output_share,
        use_share,
        world_output,
        base_price,
        stocks,
        hindsight,
        points,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read_reference;

    const GOOD: [&str; 6] = [
        "announced,,,,,2023-07-03,,reported",
        "measure,licence,,,,2023-08-01,,reported",
        "output_share,,0.98,,,2022,,reported",
        "use_share,,0.8,,,2022,,derived",
        "stocks,thin,,,,2023-06,,reported",
        "price,outside,2.1,,,2023-06-30,2023-12-15,reported",
    ];

    /// Reads an event; `rows` are the columns from `item` to `flag`, the rest is filled in.
    fn read(rows: &[&str]) -> (Vec<Event>, Vec<String>) {
        let mut text = COLUMNS.join(",");
        for row in rows {
            let source = if row.ends_with("assumption") || row.ends_with("unknown") { ASSUMPTION } else { SINGLE_FACTS };
            text += &format!("\nga,c,counted,gallium,CHN,{row},{source},Reuters,2023,https://example.org,why");
        }
        read_text(&text)
    }

    fn read_text(text: &str) -> (Vec<Event>, Vec<String>) {
        let reference = read_reference(&FileSet::embedded()).expect("the data inside the program is right");
        let mut problems = Vec::new();
        let events = parse("events.csv", text.as_bytes(), &reference, &mut problems);
        (events, problems.iter().map(Problem::to_string).collect())
    }

    /// Replaces a row of the good event, or adds one, and expects a message.
    fn refuses(place: usize, row: &str, parts: &[&str]) {
        let mut rows = GOOD.to_vec();
        if place < rows.len() {
            rows[place] = row;
        } else {
            rows.push(row);
        }
        let (_, problems) = read(&rows);
        let all = problems.join("\n");
        assert!(!problems.is_empty() && parts.iter().all(|part| all.contains(part)), "{row}: {all}");
    }

    #[test]
    fn a_good_event_is_read() {
        let (events, problems) = read(&GOOD);
        assert_eq!(problems, Vec::<String>::new());
        let event = &events[0];
        assert_eq!((events.len(), event.announced.to_string().as_str(), event.hindsight), (1, "2023-07", false));
        assert_eq!(event.measures[0].from.map(|from| from.0 - event.announced.0), Some(1));
    }

    #[test]
    fn evidence_after_the_announcement_is_hindsight() {
        let mut rows = GOOD;
        rows[4] = "stocks,glut,,,,2023-08,,reported";
        assert!(read(&rows).0[0].hindsight);
        rows[4] = "stocks,unknown,,,,,,unknown";
        assert!(!read(&rows).0[0].hindsight);
    }

    #[test]
    fn wrong_cells_are_named() {
        refuses(1, "measure,embargo,,,,2023-08-01,,reported", &["line 3, kind: `embargo`", "`licence`", "`outage`"]);
        refuses(1, "measure,quota,,,,2023-08-01,,reported", &["line 3, value: an empty cell", "the share allowed"]);
        refuses(1, "measure,ban,0.5,,,2023-08-01,,reported", &["value: `0.5`; expected nothing"]);
        refuses(1, "measure,ban,,,,2023-08-01,2023-08-02,reported", &["end: `2023-08-02`", "after `start`"]);
        refuses(2, "output_share,,98,,,2022,,reported", &["value: `98`; expected a share between 0 and 1"]);
        refuses(3, "use_share,,0.8,,,2022,,assumption", &["an assumption without range"]);
        refuses(3, "use_share,,0.8,0.85,0.9,2022,,derived", &["a value within its range, 0.85 to 0.9"]);
        refuses(4, "stocks,thin,,,,,,reported", &["start: an empty cell; expected a year, a month or a day"]);
        refuses(4, "stocks,thin,,,,2023,,unknown", &["unknown for the class unknown and for no other"]);
        refuses(5, "price,outside,0,,,2023-06-30,2023-12-15,reported", &["a positive number"]);
        refuses(5, "price,outside,2,,,June 2023,2023-12-15,reported", &["start: `June 2023`", "2024-08-15"]);
        refuses(5, "price,outside,2,,,2023-12-15,2023-06-30,reported", &["a time after `start`"]);
    }

    #[test]
    fn an_event_must_be_whole_and_possible() {
        let (_, problems) = read(&GOOD[..3]);
        let all = problems.join("\n");
        assert!(all.contains("event ga: 0 rows `use_share`; expected exactly one"), "{all}");
        assert!(all.contains("no row `price`") && all.contains("0 rows `stocks`"), "{all}");
        refuses(3, "use_share,,0.99,,,2022,,derived", &["a country that exports"]);
        refuses(5, "price,outside,2,,,2022,2023-05,reported", &["a price observed before the announcement of 2023-07"]);
        refuses(1, "measure,licence,,,,2023-06-01,,reported", &["in force before it was announced"]);
        refuses(9, "output_share,,0.97,,,2021,,reported", &["2 rows `output_share`; expected exactly one"]);
        refuses(9, GOOD[5], &["stands already in line 7"]);
    }

    #[test]
    fn a_single_fact_names_publisher_date_and_address() {
        let row = "ga,c,counted,gallium,CHN,announced,,,,,2023-07-03,,reported,event_reports,,,,";
        let (_, problems) = read_text(&format!("{}\n{row}", COLUMNS.join(",")));
        for column in ["publisher", "published", "address"] {
            assert!(problems.iter().any(|problem| problem.contains(&format!("line 2, {column}"))), "{problems:?}");
        }
    }

    #[test]
    fn rows_of_one_event_agree() {
        let row = |cluster: &str, rest: &str| format!("ga,{cluster},counted,gallium,CHN,{rest},event_reports,R,2023,a,w");
        let text = [COLUMNS.join(","), row("c", GOOD[0]), row("d", GOOD[1])].join("\n");
        let (_, problems) = read_text(&text);
        assert!(problems.join("\n").contains("lines 2 and 3 do not agree"), "{problems:?}");
    }
}
