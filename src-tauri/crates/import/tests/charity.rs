//! The public extract of the Charity Commission: golden numbers on the saved test extract.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test may stop where it fails")]

mod support;

use std::io::Read as _;

use support::{Lists, Outcome, file, read_all, read_text, register, zipped};
use takeup_domain::record::{PresenceBasis, Record};
use takeup_import::{CharityTable, Format, Options, recognise};

fn extract(table: &str, options: &Options) -> Option<Outcome> {
    let path = register(&format!("charity-ew-testextract/publicextract.{table}.zip"))?;
    Some(read_all(&path, options).unwrap())
}

/// The TXT inside one of the zips.
fn txt(table: &str) -> Option<String> {
    let path = register(&format!("charity-ew-testextract/publicextract.{table}.zip"))?;
    let mut zip = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    let mut text = String::new();
    zip.by_index(0).unwrap().read_to_string(&mut text).unwrap();
    Some(text)
}

/// The JSON form of a table, as the Commission writes it: a byte order mark and one list.
fn json(text: &str, indent: bool) -> Vec<u8> {
    let text = text.replace("\r\n\t", "\t");
    let mut lines = text.lines();
    let header: Vec<&str> = lines.next().unwrap().split('\t').collect();
    let value = |name: &str, cell: &str| match cell {
        "" => serde_json::Value::Null,
        "True" => true.into(),
        "False" => false.into(),
        _ if name.ends_with("number") && !name.contains("company") => cell.parse::<u64>().unwrap().into(),
        _ => cell.replace(" 00:00:00.0000000", "T00:00:00").into(),
    };
    let rows: Vec<serde_json::Map<_, _>> = lines
        .map(|line| {
            header.iter().zip(line.split('\t')).map(|(n, c)| ((*n).to_owned(), value(n, c))).collect()
        })
        .collect();
    let body = if indent { serde_json::to_vec_pretty(&rows) } else { serde_json::to_vec(&rows) };
    [b"\xEF\xBB\xBF".as_slice(), &body.unwrap()].concat()
}

fn assert_golden(read: &Outcome) {
    assert_eq!(read.summary.format, Format::CharityEw(CharityTable::Charity));
    assert_eq!(read.summary.rows, 572);
    assert_eq!((read.count("status: Registered"), read.count("status: Removed")), (397, 175));
    assert_eq!(read.count("type: not given"), 397);
    assert_eq!(read.count("type: Charitable company"), 68);
    assert_eq!(read.count("type: Other"), 48);
    assert_eq!(read.count("type: CIO"), 43);
    assert_eq!(read.count("type: Trust"), 15);
    assert_eq!(read.count("type: Previously excepted"), 1);
    let linked = read.left_out.iter().filter(|l| l.reason.starts_with("linked charity")).count();
    let removed = read.left_out.iter().filter(|l| l.reason.starts_with("removed from the register")).count();
    assert_eq!((linked, removed), (372, 78));
    assert_eq!(read.left_out[0].what, "203460 Amy haven Crime and Justice Charity");
    assert_eq!(read.summary.records, 122);
    assert_eq!(read.groups().iter().filter_map(|g| g.income).sum::<i64>(), 1_349_853_604);
    assert_eq!(read.summary.edition.unwrap().to_string(), "2023-09-07");
    let one = read.groups()[0];
    assert!(one.key.starts_with("GB-CHC-") && one.registered.is_some() && one.founded.is_none());
    assert!(read.groups().iter().flat_map(|g| &g.ids).all(|id| id.len() == "GB-COH-".len() + 8));
}

#[test]
fn charity_is_golden() {
    let Some(read) = extract("charity", &Options::default()) else { return };
    assert_golden(&read);
    let all = extract("charity", &Options { include_linked: true, ..Options::default() }).unwrap();
    assert_eq!(all.summary.records, 397);
}

#[test]
fn charity_is_the_same_unpacked_and_as_json() {
    let Some(text) = txt("charity") else { return };
    let plain = Options::default();
    let read = read_text("any name at all", &text, &plain).unwrap();
    assert_golden(&read);
    for indent in [false, true] {
        let other = read_text("x", json(&text, indent), &plain).unwrap();
        assert_golden(&other);
        let records = |o: &Outcome| o.records.iter().map(|(_, r)| r.clone()).collect::<Vec<_>>();
        assert_eq!(records(&read), records(&other));
    }
    let zip = zipped(&[
        ("__MACOSX/._a.json", b"x"),
        ("publicextract.charity.json", &json(&text, false)),
        (".DS_Store", b"y"),
    ]);
    assert_golden(&read_text("x.zip", zip, &plain).unwrap());
}

#[test]
fn every_other_table_is_recognised_and_counted() {
    let tables = [
        ("charity_annual_return_history", 741),
        ("charity_annual_return_parta", 541),
        ("charity_annual_return_partb", 379),
        ("charity_area_of_operation", 413),
        ("charity_classification", 1278),
        ("charity_event_history", 951),
        ("charity_governing_document", 572),
        ("charity_other_names", 222),
        ("charity_other_regulators", 32),
        ("charity_policy", 857),
        ("charity_published_report", 2),
        ("charity_trustee", 1270),
    ];
    for (table, rows) in tables {
        let Some(read) = extract(table, &Options::default()) else { return };
        assert_eq!(read.summary.rows, rows, "{table}");
        if let Format::CharityEw(CharityTable::Other(name)) = &read.summary.format {
            assert_eq!(name, table);
            assert!(read.summary.format.name().contains("uses nothing"));
            assert_eq!((read.summary.records, read.summary.left_out), (0, 0));
        }
    }
}

#[test]
fn areas_of_operation_are_golden() {
    let Some(read) = extract("charity_area_of_operation", &Options::default()) else { return };
    assert_eq!(read.count("area type: Local Authority"), 199);
    assert_eq!((read.count("area type: Country"), read.count("area type: Region")), (145, 69));
    assert_eq!((read.summary.records, read.summary.left_out), (413, 0));
    let (wide, local): (Vec<_>, Vec<_>) = read.groups().into_iter().partition(|g| g.wide);
    assert_eq!((wide.len(), local.len()), (214, 199));
    assert!(wide.iter().all(|g| g.presences.is_empty()));
    assert!(read.records.iter().all(|(_, r)| matches!(r, Record::Patch(_))));
    assert!(read.count("Northamptonshire no longer exists: read as each of its successors") > 0);
}

const AREAS: &str = "date_of_extract\torganisation_number\tregistered_charity_number\tlinked_charity_number\tgeographic_area_type\tgeographic_area_description\tparent_geographic_area_type\tparent_geographic_area_description\twelsh_ind\r\n";

#[test]
fn names_of_the_crosswalk_find_the_right_councils() {
    let check = |name: &str, expected: &[&str]| {
        let row = format!("2023-09-07 00:00:00.0000000\t1\t1\t0\tLocal Authority\t{name}\t\t\tFalse\r\n");
        let read = read_text("x", format!("{AREAS}{row}"), &Options::default()).unwrap();
        let found: Vec<_> =
            read.groups().iter().flat_map(|g| g.presences.iter().map(|(gss, _)| gss.clone())).collect();
        assert_eq!(found, expected, "{name}");
        assert!(read.groups().iter().all(|g| g.presences.iter().all(|(_, b)| *b == PresenceBasis::WorksIn)));
    };
    check("Hertfordshire", &["E10000015"]);
    check("Herefordshire", &["E06000019"]);
    check("Somerset", &["E06000066"]);
    check("Cumbria", &["E06000063", "E06000064"]);
    check("Northamptonshire", &["E06000061", "E06000062"]);
    check("Bournemouth", &["E06000058"]);
    check("Poole", &["E06000058"]);
    check("City Of Westminster", &["E09000033"]);
    check("Birmingham City", &["E08000025"]);
    check("Stoke-on-trent City", &["E06000021"]);
    check("Kingston Upon Hull City", &["E06000010"]);
    check("Cheshire West & Chester", &["E06000050"]);
    check("Rhondda Cynon Taff", &["W06000016"]);
}

#[test]
fn every_local_authority_of_the_crosswalk_is_known() {
    let Some(path) = register("charity-ew/cc-aoo-gss-iso-new.csv") else { return };
    let mut text = AREAS.to_owned();
    let mut wanted = Vec::new();
    for row in csv::Reader::from_path(path).unwrap().records() {
        let row = row.unwrap();
        if &row[0] == "Local Authority" {
            text += &format!(
                "2023-09-07\t1\t{}\t0\tLocal Authority\t{}\t\t\tFalse\r\n",
                wanted.len() + 1,
                &row[1]
            );
            wanted.push((row[1].to_owned(), row[2].to_owned()));
        }
    }
    let read = read_text("x", text, &Options::default()).unwrap();
    assert_eq!((wanted.len(), read.summary.left_out), (176, 0), "{:?}", read.left_out);
    let differing: Vec<&str> = read
        .groups()
        .iter()
        .zip(&wanted)
        .filter(|(g, (_, gss))| !g.presences.iter().any(|(found, _)| found == gss))
        .map(|(_, (name, _))| name.as_str())
        .collect();
    assert_eq!(
        differing,
        ["Hertfordshire", "Somerset"],
        "the two known errors of the crosswalk, and no other"
    );
}

#[test]
fn annual_returns_give_the_latest_year_only() {
    let Some(read) = extract("charity_annual_return_parta", &Options::default()) else { return };
    let passed = read.count("returns of earlier years, passed over");
    let silent = read.count("latest returns with neither volunteers nor income");
    assert_eq!(passed + silent + read.summary.records, 541);
    assert!(read.groups().iter().any(|g| g.volunteers.is_some()));
    let mut keys: Vec<&str> = read.groups().iter().map(|g| g.key.as_str()).collect();
    let all = keys.len();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), all);
}

#[test]
fn governing_documents_refine_the_form() {
    let Some(read) =
        extract("charity_governing_document", &Options { include_linked: true, ..Options::default() })
    else {
        return;
    };
    assert!(read.count("document shows: unincorporated-association") >= 30);
    assert!(read.count("document shows: charitable-trust") >= 20);
}

#[test]
fn every_form_that_is_read_is_in_the_catalogue() {
    let forms = std::fs::read_to_string(support::here("../../../data/legal-forms.json")).unwrap();
    let forms: Vec<takeup_domain::vocabulary::Form> = serde_json::from_str(&forms).unwrap();
    for table in ["charity", "charity_governing_document"] {
        let linked = Options { include_linked: true, ..Options::default() };
        let Some(read) = extract(table, &linked) else { return };
        for form in read.groups().iter().flat_map(|g| g.forms.keys()) {
            assert!(forms.iter().any(|f| f.id == *form), "{form}");
        }
    }
}

const CHARITY: &str = "date_of_extract\torganisation_number\tregistered_charity_number\tlinked_charity_number\tcharity_name\tcharity_type\tcharity_registration_status\tdate_of_registration\tlatest_acc_fin_period_end_date\tlatest_income\tcharity_company_registration_number\r\n";

#[test]
fn stray_line_ends_duplicates_and_bad_values_are_told() {
    let rows = [
        "2023-09-07\t1\t101\t0\tSaid \"Hello\" Club\tCharitable company\tRegistered\t2001-02-03\t2022-03-31\t1000\t123456",
        "2023-09-07\t1\t101\t0\tAgain\tOther\tRegistered\t2001-02-03\t\t\t",
        "2023-09-07\t2\t102\t0\tBroken\r\n\tOther\tRegistered\t31/02/2020\t\tmany\t12345678",
        "2023-09-07\t3\t103",
        "2023-09-07\t4\t104\t0\tEscaped\\\tName\tCIO\tRegistered\t2001-02-03\t\t\t",
    ];
    let read = read_text("x", format!("{CHARITY}{}\r\n", rows.join("\r\n")), &Options::default()).unwrap();
    assert_eq!(read.summary.rows, 5);
    assert_eq!(read.reason(3), "GB-CHC-101 stands on an earlier line already");
    assert_eq!(read.reason(6), "it has 3 cells, and the header has 11");
    let groups = read.groups();
    assert_eq!(
        (groups[0].name.as_str(), groups[0].ids.as_slice()),
        ("Said \"Hello\" Club", &["GB-COH-00123456".to_owned()][..])
    );
    assert_eq!((groups[1].name.as_str(), groups[1].registered, groups[1].income), ("Broken", None, None));
    assert!(groups[1].ids.is_empty());
    assert_eq!(groups[2].name, "Escaped Name");
    assert_eq!((read.count("date not readable"), read.count("income not readable")), (1, 1));
    assert_eq!(read.records[2].0, 7);
}

#[test]
fn recognise_tells_by_columns_and_shows_nothing_personal() {
    let Some(text) = txt("charity") else { return };
    let lists = Lists::new();
    let (_folder, path) = file("holiday.jpg", &text);
    let found = recognise(&path, &lists.known(), &Options::default()).unwrap();
    assert_eq!((found.format.as_str(), found.encoding), ("charity-ew-charity", "UTF-8"));
    assert_eq!((found.header.len(), found.sample.len(), found.bytes), (34, 5, text.len() as u64));
    let phone = found.header.iter().position(|h| h == "charity_contact_phone").unwrap();
    assert!(found.sample.iter().all(|row| row[phone].is_empty()));
    let Some(trustees) = register("charity-ew-testextract/publicextract.charity_trustee.zip") else { return };
    let found = recognise(&trustees, &lists.known(), &Options::default()).unwrap();
    assert!(found.sample.is_empty());
    assert_eq!(found.members, ["publicextract.charity_trustee.txt"]);
}
