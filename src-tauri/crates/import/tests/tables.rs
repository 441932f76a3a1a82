//! Takeup's own tables, as CSV and as workbooks.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test may stop where it fails")]

mod support;

use support::{Lists, Outcome, file, read_text, refusal, workbook};
use takeup_domain::record::{FindingEffect, PresenceBasis, Record, UseOutcome};
use takeup_import::{Format, Options, TableKind, read, recognise, template};

fn read_csv(text: &str) -> Outcome {
    read_text("table.csv", text, &Options::default()).unwrap()
}

fn forced(kind: TableKind) -> Options {
    Options { force: Some(kind), ..Options::default() }
}

#[test]
fn every_template_is_recognised_and_its_example_is_read() {
    for kind in TableKind::ALL {
        let columns = template(kind);
        let names: Vec<&str> = columns.iter().map(|c| c.name).collect();
        let examples: Vec<&str> = columns.iter().map(|c| c.example).collect();
        let quoted = examples.iter().map(|e| format!("\"{e}\"")).collect::<Vec<_>>().join(",");
        for read in [
            read_csv(&format!("{}\n{quoted}\n", names.join(","))),
            read_csv(&format!("{}\r\n{}\r\n", names.join("\t"), examples.join("\t"))),
            read_csv(&format!("{}\n{quoted}\n", names.join(";").to_uppercase()).replace("\",\"", "\";\"")),
            read_text("t.xlsx", workbook(&[&names, &examples]), &Options::default()).unwrap(),
        ] {
            assert_eq!(read.summary.format, Format::Table(kind));
            assert_eq!(read.left_out, [], "{kind:?}");
            assert_eq!(read.records.len(), 1);
        }
    }
}

#[test]
fn groups_are_read_in_full() {
    let text = "id,name,legal_form,area,works_here,members,volunteers,employees,income,income_date,founded,registered,postcode,website,trait:asset-lock,local_electors\n\
        G 1,Friends of Longford Park,Unincorporated,Trafford,yes,45,20,0,\"£1,234.56\",31/03/2026,1 May 2014,2015-02-20,m328aa,friends.example,no,22\n\
        gb-chc-1098765,A Trust,trust; registered charity,E08000009; Stockport,no,,,,,,1998,,,,,\n\
        ,No id,,TRF,,,,,,,,,,,,\n";
    let read = read_csv(text);
    assert_eq!(read.left_out, []);
    let groups = read.groups();
    let one = groups[0];
    assert_eq!(
        (one.key.as_str(), one.members, one.volunteers, one.employees),
        ("X-g-1", Some(45), Some(20), Some(0))
    );
    assert_eq!((one.income, one.income_date.unwrap().to_string()), (Some(1234), "2026-03-31".into()));
    assert_eq!(one.founded.unwrap().to_string(), "2014-05-01");
    assert_eq!(one.postcode.as_deref(), Some("M32 8AA"));
    assert!(one.forms["unincorporated-association"]);
    assert!(!one.traits["asset-lock"]);
    assert_eq!(one.presences, [("E08000009".to_owned(), PresenceBasis::WorksIn)]);
    let two = groups[1];
    assert_eq!(two.key, "GB-CHC-1098765");
    assert_eq!(two.forms.keys().collect::<Vec<_>>(), ["charitable-trust", "registered-charity"]);
    assert_eq!(two.presences.len(), 2);
    assert!(two.presences.iter().all(|(_, basis)| *basis == PresenceBasis::BasedIn));
    assert_eq!((two.founded, read.count("founded without a day, not kept")), (None, 1));
    assert_eq!(groups[2].key, "X-no-id-E08000009");
    assert_eq!(read.count("column not used: local_electors"), 1);
}

#[test]
fn rows_that_cannot_be_read_are_left_out_with_the_reason() {
    let text = "id,name,legal_form,area,members,registered,postcode\n\
        1,A,Sect,Trafford,,,\n\
        2,B,CIO,Traford,,,\n\
        3,C,CIO,Trafford,about 30,,\n\
        4,D,CIO,Trafford,,31/02/2020,\n\
        5,E,CIO,Trafford,,12/25/2020,\n\
        6,F,CIO,Trafford,,,nowhere\n\
        7,,CIO,Trafford,,,\n\
        8,G,CIO,,,,\n\
        9,H,CIO,Trafford,,,\n\
        9,I,CIO,Trafford,,,\n\
        10,J,CIO,Trafford,,,,too,many\n\
        11,K,Paris council,Trafford,,,\n";
    let read = read_csv(text);
    assert_eq!((read.summary.rows, read.summary.records), (12, 1));
    assert_eq!(read.reason(2), "the legal form \"Sect\" is not one Takeup knows");
    let area = "the area \"Traford\" is not a GSS code or council that Takeup knows; did you mean Trafford";
    assert!(read.reason(3).starts_with(area), "{}", read.reason(3));
    assert_eq!(read.reason(4), "members \"about 30\" is not a number");
    assert_eq!(read.reason(5), "registered \"31/02/2020\" is not a date: write day/month/year or YYYY-MM-DD");
    assert!(read.reason(6).contains("12/25/2020"), "month/day/year is never read");
    assert_eq!(read.reason(7), "postcode \"nowhere\" is not a postcode");
    assert_eq!(read.reason(8), "name is empty");
    assert_eq!(read.reason(9), "area is empty");
    assert_eq!(read.reason(11), "X-9 stands on an earlier line already");
    assert_eq!(read.reason(12), "it has 9 cells, and the header has 7");
    assert_eq!(
        read.reason(13),
        "the legal form \"Paris council\" is not one Takeup knows; did you mean Parish council?"
    );
    assert_eq!(read.left_out[0].what, "1 | A | Sect | Trafford");
}

#[test]
fn lines_are_those_of_the_file() {
    let read = read_csv("name,legal_form,area\r\n\r\n\"A\r\nB\",CIO,Trafford\r\nC,CIO,Nowhere-on-Sea\r\n");
    assert_eq!(read.records[0].0, 3);
    read.reason(5);
    let read = read_csv("name,legal_form,area\n\n\n\"A\nB\",CIO,Trafford\n\nC,CIO,Nowhere-on-Sea");
    assert_eq!(read.records[0].0, 4);
    read.reason(7);
    let read = read_csv("name,legal_form,area\rA,CIO,Trafford\rB,CIO,Stockport");
    assert_eq!(read.summary.records, 2);
}

#[test]
fn the_area_of_the_file_stands_in_for_a_missing_column() {
    let text = "name,legal_form\nA,CIO\n";
    let of =
        |area: &str| read_text("a.csv", text, &Options { area: Some(area.into()), ..Options::default() });
    assert_eq!(of("trafford").unwrap().groups()[0].key, "X-a-E08000009");
    let message = of("Traford").err().unwrap().to_string();
    assert!(
        message.starts_with("The area \"Traford\" is not one Takeup knows; did you mean Trafford"),
        "{message}"
    );
    assert!(refusal("a.csv", text).contains("no column says which area"));
    let lists = Lists::new();
    let (_folder, path) = file("a.csv", text);
    assert!(
        recognise(&path, &lists.known(), &Options::default()).is_ok(),
        "the area can be given afterwards"
    );
}

#[test]
fn uses_coverage_and_findings() {
    let read = read_csv(
        "power,area,group_id,group,what,date,outcome,source,source_address\n\
        asset-of-community-value-nomination,Trafford,G 1,Friends,Pavilion,March 2025,Listed,List,https://x.example\n\
        Asset of community value nomination,E08000009,GB-CHC-1,Trust,Pub,12/06/2024,Unsuccessful - not local,List,\n\
        teleport,Trafford,,,,2025,listed,List,\n\
        community-right-to-bid,Trafford,,,,2025,perhaps,List,\n\
        community-right-to-bid,Trafford,,,,2025,refused,,\n\
        community-right-to-bid,Trafford,,,,2025,withdrawn,List,\n\
        community-right-to-bid,Trafford,,,,2025,withdrawn,List,\n",
    );
    let Record::Use(one) = &read.records[0].1 else { panic!() };
    assert_eq!((one.group_key.as_deref(), one.date.as_str()), (Some("X-g-1"), "2025-03"));
    assert_eq!(
        (one.outcome, one.source.address.as_deref()),
        (UseOutcome::Succeeded, Some("https://x.example"))
    );
    let Record::Use(two) = &read.records[1].1 else { panic!() };
    assert_eq!((two.outcome, two.date.as_str()), (UseOutcome::Refused, "2024-06-12"));
    assert!(read.reason(4).starts_with("the power \"teleport\" is not one Takeup knows"));
    assert!(read.reason(5).starts_with("outcome \"perhaps\" is not"));
    assert_eq!(read.reason(6), "source is empty");
    assert_eq!(read.reason(8), "the same row stands on an earlier line already");

    let read = read_csv(
        "power,area,register,as_at,source\ncommunity-right-to-bid,Stockport,List,01/10/2026,Web\ncommunity-right-to-bid,Stockport,List,2026,Web\n",
    );
    let Record::Coverage(one) = &read.records[0].1 else { panic!() };
    assert_eq!((one.area.as_str(), one.as_at.to_string()), ("E08000007", "2026-10-01".into()));
    assert!(read.reason(3).starts_with("as_at \"2026\" is not a date"));

    let read = read_csv(
        "barrier,effect,power,area,duty_holder,group_id,legal_form,note,date,source\n\
        no-money,Stops,,,,,,None,2026-01-02,Survey\n\
        no-money,hinders,community-right-to-bid,Trafford,principal-local-authority,G 1,CIO,None,2026-01-02,Survey\n\
        no-monye,stops,,,,,,None,2026-01-02,Survey\n\
        no-money,blocks,,,,,,None,2026-01-02,Survey\n",
    );
    let Record::Finding(one) = &read.records[0].1 else { panic!() };
    assert_eq!((one.effect, &one.power, &one.area), (FindingEffect::Stops, &None, &None));
    let Record::Finding(two) = &read.records[1].1 else { panic!() };
    assert_eq!((two.group_key.as_deref(), two.form.as_deref()), (Some("X-g-1"), Some("cio")));
    assert!(read.reason(4).ends_with("did you mean no-money?"));
    assert!(read.reason(5).starts_with("effect \"blocks\""));
}

#[test]
fn electorates_say_who_was_counted_where_and_when() {
    let read = read_csv(
        "area,electorate,of,date,source\n\
        Trafford,\"174,321\",,2025-12-01,Electoral statistics\n\
        Stockport,230000,parish-elector,2025-12-01,Electoral statistics\n\
        Stockport,many,,2025-12-01,Electoral statistics\n\
        Stockport,10,elector,2025-12-01,Electoral statistics\n\
        Stockport,10,,2025,Electoral statistics\n\
        Stockport,10,,2025-12-01,\n",
    );
    let Record::Electorate(one) = &read.records[0].1 else { panic!() };
    assert_eq!((one.area.as_str(), one.number, one.of.as_str()), ("E08000009", 174_321, "local-elector"));
    let Record::Electorate(two) = &read.records[1].1 else { panic!() };
    assert_eq!(two.of, "parish-elector");
    assert!(read.reason(4).starts_with("electorate \"many\" is not a whole number"));
    assert!(read.reason(5).contains("standing"), "{}", read.reason(5));
    assert!(read.reason(6).starts_with("date \"2025\" is not a date"));
    assert_eq!(read.reason(7), "source is empty");
}

#[test]
fn missing_columns_are_named() {
    let message = refusal("a.csv", "power,outcome,area\nx,y,z\n");
    assert!(message.contains("needs the column date, source; it has power, outcome, area"), "{message}");
    let text = "title,place\nA,Trafford\n";
    let message = read_text("a.csv", text, &forced(TableKind::Groups)).err().unwrap().to_string();
    assert!(message.contains("a table of groups needs the column name"), "{message}");
}

#[test]
fn workbooks_with_titles_dates_and_a_second_sheet() {
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet().set_name("Read me").unwrap().write_string(0, 0, "Fill in the next sheet").unwrap();
    let sheet = book.add_worksheet();
    sheet.write_string(0, 0, "Our groups, 2026").unwrap();
    for (c, name) in ["name", "legal form", "area", "members", "registered", "founded"].iter().enumerate() {
        sheet.write_string(2, c as u16, *name).unwrap();
    }
    let date = rust_xlsxwriter::Format::new().set_num_format("dd/mm/yyyy");
    sheet.write_string(3, 0, "A").unwrap();
    sheet.write_string(3, 1, "CIO").unwrap();
    sheet.write_string(3, 2, "Trafford").unwrap();
    sheet.write_number(3, 3, 45.0).unwrap();
    sheet.write_number_with_format(3, 4, 43_831.0, &date).unwrap();
    sheet.write_number(3, 5, 43_832.5).unwrap();
    sheet.write_string(5, 0, "B").unwrap();
    sheet.write_string(5, 1, "CIO").unwrap();
    sheet.write_string(5, 2, "Nowhere-on-Sea").unwrap();
    let read = read_text("a.xlsx", book.save_to_buffer().unwrap(), &Options::default()).unwrap();
    let one = read.groups()[0];
    assert_eq!((one.members, one.registered.unwrap().to_string()), (Some(45), "2020-01-01".into()));
    assert_eq!(one.founded.unwrap().to_string(), "2020-01-02");
    assert_eq!((read.summary.rows, read.records[0].0), (2, 4));
    read.reason(6);
}

#[test]
fn progress_comes_every_two_thousand_rows() {
    let rows: String = (0..10_000).map(|n| format!("Group {n},CIO,Trafford\n")).collect();
    let (_folder, path) = file("a.csv", format!("name,legal_form,area\n{rows}"));
    let lists = Lists::new();
    let mut seen = Vec::new();
    let mut progress = |at: takeup_import::Progress| {
        seen.push(at);
        takeup_import::Flow::Continue
    };
    let summary = read(&path, &lists.known(), &Options::default(), &mut progress, &mut |_| Ok(())).unwrap();
    let rows: Vec<u64> = seen.iter().map(|p| p.rows).collect();
    assert_eq!(rows, [0, 2_000, 4_000, 6_000, 8_000, 10_000, 10_000]);
    assert_eq!(Some(seen[6].bytes), seen[6].total_bytes);
    assert_eq!(summary.sha256, takeup_import::sha256(&path).unwrap());
    assert_eq!(summary.sha256.len(), 64);
}
