//! The golden numbers of the shared registers, read as a person reads them, and nothing personal kept.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test may stop where it fails")]

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::path::PathBuf;

use serde_json::{Value, json};
use takeup_store::Store;
use takeup_tests::places::{register, skip};
use takeup_tests::work::{TRAFFORD, Work};

fn extract(table: &str) -> Option<PathBuf> {
    let path = register(&format!("charity-ew-testextract/publicextract.{table}.zip"));
    if path.is_none() {
        skip();
    }
    path
}

/// The text inside one of the zips.
fn text(path: &PathBuf) -> String {
    let mut zip = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    let mut text = String::new();
    zip.by_index(0).unwrap().read_to_string(&mut text).unwrap();
    text.replace("\r\n\t", "\t")
}

/// Its rows, by column.
fn rows(text: &str) -> Vec<BTreeMap<&str, &str>> {
    let mut lines = text.lines();
    let header: Vec<&str> = lines.next().unwrap().split('\t').collect();
    lines.map(|l| header.iter().copied().zip(l.split('\t')).collect()).collect()
}

/// The same as the Commission's JSON: a byte order mark and one list.
fn as_json(text: &str) -> Vec<u8> {
    let value = |(name, cell): (&str, &str)| {
        let value = match cell {
            "" => Value::Null,
            "True" | "False" => json!(cell == "True"),
            _ if name.ends_with("number") && !name.contains("company") => json!(cell.parse::<u64>().unwrap()),
            _ => json!(cell.replace(" 00:00:00.0000000", "T00:00:00")),
        };
        (name.to_owned(), value)
    };
    let list: Vec<serde_json::Map<_, _>> =
        rows(text).into_iter().map(|r| r.into_iter().map(value).collect()).collect();
    [b"\xEF\xBB\xBF".as_slice(), &serde_json::to_vec(&list).unwrap()].concat()
}

fn counts(result: &Value) -> BTreeMap<&str, i64> {
    let list = result["counts"].as_array().unwrap();
    list.iter().map(|c| (c["what"].as_str().unwrap(), c["rows"].as_i64().unwrap())).collect()
}

/// Rows, new, changed, same and left out.
fn numbers(result: &Value) -> [i64; 5] {
    ["rows", "new", "changed", "same", "left_out"].map(|n| result[n].as_i64().unwrap())
}

#[test]
fn the_charity_extract_is_golden() {
    let Some(path) = extract("charity") else { return };
    let work = Work::trafford();
    let read = work.read(json!({"path": path})).unwrap();
    assert_eq!(numbers(&read), [572, 122, 0, 0, 450]);
    let seen = counts(&read);
    assert_eq!((seen["status: Registered"], seen["status: Removed"]), (397, 175));
    let types = [("not given", 397), ("Charitable company", 68), ("Other", 48), ("CIO", 43), ("Trust", 15)];
    for (kind, expected) in types.into_iter().chain([("Previously excepted", 1)]) {
        assert_eq!(seen[format!("type: {kind}").as_str()], expected, "{kind}");
    }
    let reasons: i64 = read["reasons"].as_array().unwrap().iter().map(|r| r["rows"].as_i64().unwrap()).sum();
    assert_eq!(reasons, 450);
    let csv = work.ask("left_out_csv", json!({"register": read["register"]}));
    assert_eq!(csv["text"].as_str().unwrap().lines().count(), 451);
    assert_eq!(work.ask("info", json!({}))["registers"][0]["as_at"], "2023-09-07");

    work.ask("close", json!({}));
    let store = Store::open(&work.path("work.takeup")).unwrap();
    let groups = store.world(&takeup_api::shipped()).unwrap().groups;
    let kept: Vec<_> = groups.iter().map(|g| store.group(&g.key).unwrap().unwrap()).collect();
    assert_eq!(kept.len(), 122);
    assert_eq!(kept.iter().filter_map(|g| g.income).sum::<i64>(), 1_349_853_604);
    assert!(kept.iter().all(|g| g.key.starts_with("GB-CHC-") && g.registered.is_some()));
}

#[test]
fn the_other_tables_add_to_the_charities_kept() {
    let Some(path) = extract("charity") else { return };
    let work = Work::trafford();
    work.read(json!({"path": path})).unwrap();
    let read = |table: &str| work.read(json!({"path": extract(table).unwrap()})).unwrap();
    let area = read("charity_area_of_operation");
    assert_eq!(area["rows"], 413);
    let seen = counts(&area);
    let kinds = ["Local Authority", "Country", "Region"].map(|k| seen[format!("area type: {k}").as_str()]);
    assert_eq!(kinds, [199, 145, 69]);
    let [_, new, changed, same, left_out] = numbers(&area);
    assert_eq!((new, changed + same + left_out), (0, 413));
    let view = work.ask("info", json!({}));
    assert!(view["counts"]["presences"].as_i64().unwrap() > 100, "{}", view["counts"]);
    assert_eq!(view["counts"]["groups"], 122);
    assert_eq!(read("charity_governing_document")["rows"], 572);
    assert_eq!(read("charity_annual_return_parta")["rows"], 541);
    assert_eq!(read("charity_classification")["rows"], 1278);
    for (table, rows) in [("charity_trustee", 1270), ("charity_event_history", 951), ("charity_policy", 857)]
    {
        let other = read(table);
        assert_eq!(numbers(&other), [rows, 0, 0, 0, 0]);
        assert!(other["format_name"].as_str().unwrap().contains("uses nothing from it"));
    }
    assert_eq!(work.ask("info", json!({}))["counts"]["groups"], 122);
}

#[test]
fn the_same_register_as_text_as_json_and_with_a_mark_is_the_same_register() {
    let Some(path) = extract("charity") else { return };
    let text = text(&path);
    let work = Work::trafford();
    let read = |path: PathBuf| work.read(json!({"path": path})).unwrap();
    assert_eq!(numbers(&read(path)), [572, 122, 0, 0, 450]);
    for (name, bytes) in [
        ("charity.txt", text.clone().into_bytes()),
        ("marked.txt", [b"\xEF\xBB\xBF".as_slice(), text.as_bytes()].concat()),
        ("charity.json", as_json(&text)),
    ] {
        assert_eq!(numbers(&read(work.file(name, bytes))), [572, 0, 0, 122, 450], "{name}");
    }
}

#[test]
fn types_of_the_charities_of_trafford() {
    let Some(path) = register("charity-ew/charities_operating_in_trafford.csv") else {
        return skip();
    };
    let work = Work::trafford();
    let read = work.read(json!({"path": path, "area": TRAFFORD})).unwrap();
    assert_eq!(numbers(&read), [736, 736, 0, 0, 0]);
    let seen = counts(&read);
    let types = ["Other", "Charitable company", "CIO", "Trust", "Previously excepted"];
    assert_eq!(types.map(|t| seen[format!("type: {t}").as_str()]), [336, 180, 128, 72, 20]);
    let marked = [b"\xEF\xBB\xBF".as_slice(), &std::fs::read(path).unwrap()].concat();
    let marked = work.file("marked.csv", marked);
    let again = work.read(json!({"path": marked, "area": TRAFFORD})).unwrap();
    assert_eq!(numbers(&again), [736, 0, 0, 736, 0]);
}

#[test]
fn other_registers_through_a_guessed_mapping() {
    let check = |path: &str, area: &str, expected: [i64; 5]| {
        let Some(path) = register(path) else { return skip() };
        let work = Work::trafford();
        let found = work.ask("recognise", json!({"path": path}));
        assert_eq!((&found["format"], found["needs"].is_string()), (&json!("mapped"), true));
        let read = work.read(json!({"path": path, "area": area})).unwrap();
        assert_eq!(numbers(&read), expected, "{}", path.display());
        assert_eq!(work.ask("info", json!({}))["counts"]["groups"], expected[1]);
    };
    check("charity-ni/charitydetails_test.csv", "N09000003", [365, 329, 0, 0, 36]);
    check("casc/cascs.csv", TRAFFORD, [9_700, 8_091, 0, 0, 1_609]);
    check("companies-house/BasicCompanyData-2020-06-01-part6_7.csv", TRAFFORD, [87, 87, 0, 0, 0]);
}

#[test]
fn nothing_personal_is_kept() {
    let Some(path) = extract("charity") else { return };
    let folder = path.parent().unwrap().to_owned();
    let work = Work::trafford();
    let mut tables: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    tables.retain(|p| p.extension().is_some_and(|e| e == "zip"));
    tables.sort();
    assert_eq!(tables.len(), 13);
    for table in &tables {
        work.read(json!({"path": table})).unwrap();
    }
    let charities = text(&path);
    let trustees = text(&extract("charity_trustee").unwrap());
    let names: BTreeSet<&str> =
        rows(&charities).iter().filter_map(|r| r.get("charity_name").copied()).collect();
    let mut personal = BTreeSet::new();
    for row in rows(&charities) {
        let columns = ["charity_contact_phone", "charity_contact_email", "charity_contact_address1"];
        personal.extend(columns.iter().filter_map(|c| row.get(c).copied()));
    }
    personal.extend(rows(&trustees).iter().filter_map(|r| r.get("trustee_name").copied()));
    // A name that a charity bears itself is no secret.
    personal.retain(|p| p.len() > 5 && !names.iter().any(|n| n.contains(p)));
    assert!(personal.len() > 1_000, "{} personal texts", personal.len());
    let kept = String::from_utf8_lossy(&work.bytes()).into_owned();
    assert!(kept.contains("GB-CHC-203460") || kept.contains("203460"), "the workspace holds the charities");
    let found: Vec<&&str> = personal.iter().filter(|p| kept.contains(**p)).collect();
    assert!(found.is_empty(), "kept: {found:?}");
}
