//! Other tables, through a guessed or given mapping.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test may stop where it fails")]

mod support;

use support::{Lists, Outcome, file, read_all, read_text, refusal, register, workbook};
use takeup_domain::record::{PresenceBasis, Record, UseOutcome};
use takeup_import::{Format, Mapping, Options, TableKind, recognise};

fn of(area: &str) -> Options {
    Options { area: Some(area.into()), ..Options::default() }
}

fn guess(text: &str) -> Mapping {
    let (_folder, path) = file("a.csv", text);
    let found = recognise(&path, &Lists::new().known(), &Options::default()).unwrap();
    assert_eq!(found.format, Format::Mapped);
    found.mapping.unwrap()
}

#[test]
fn the_charities_of_trafford() {
    let Some(path) = register("charity-ew/charities_operating_in_trafford.csv") else { return };
    let lists = Lists::new();
    let found = recognise(&path, &lists.known(), &Options::default()).unwrap();
    let mapping = found.mapping.unwrap();
    let columns: Vec<(&str, &str)> = mapping.columns.iter().map(|(f, c)| (f.as_str(), c.as_str())).collect();
    assert_eq!(
        columns,
        [
            ("company_number", "charity_company_registration_number"),
            ("id", "registered_charity_number"),
            ("legal_form", "charity_type"),
            ("name", "charity_name"),
            ("postcode", "charity_contact_postcode"),
            ("registered", "date_of_registration"),
            ("website", "charity_contact_web"),
        ]
    );
    assert_eq!(mapping.id_prefix.as_deref(), Some("GB-CHC"));
    assert_eq!(mapping.values["CIO"], "cio");
    assert_eq!(mapping.values["Other"], "registered-charity");

    let read = read_all(&path, &of("E08000009")).unwrap();
    assert_eq!((read.summary.rows, read.summary.records, read.summary.left_out), (736, 736, 0));
    assert_eq!(read.count("type: Other"), 336);
    assert_eq!(read.count("type: Charitable company"), 180);
    assert_eq!(read.count("type: CIO"), 128);
    assert_eq!(read.count("type: Trust"), 72);
    assert_eq!(read.count("type: Previously excepted"), 20);
    let with = |form: &str| read.groups().iter().filter(|g| g.forms.get(form) == Some(&true)).count();
    assert_eq!((with("cio"), with("charitable-company"), with("charitable-trust")), (128, 180, 72));
    assert_eq!(with("registered-charity"), 736);
    let local = [("E08000009".to_owned(), PresenceBasis::WorksIn)];
    assert!(read.groups().iter().all(|g| g.key.starts_with("GB-CHC-") && g.presences == local));
    assert!(read.groups().iter().all(|g| g.registered.is_some()));
    assert_eq!(read.groups()[1].ids, ["GB-COH-00738693"]);

    // The mapping that was shown, given back, reads the same.
    let given =
        Options { mapping: Some(Mapping { area: Some("Trafford".into()), ..mapping }), ..Options::default() };
    assert_eq!(read_all(&path, &given).unwrap().records, read.records);
}

#[test]
fn a_councils_own_list_of_groups() {
    let text = "Name of Group;Type of group;Post code;Contact e-mail;Number of members;Council\n\
        Friends of the Park;Unincorporated association;M32 8AA;a@b.example;12;Trafford\n\
        Ringway PC;Town council;bad;;many;Stockport\n\
        Odd Body;Something else;;;;Trafford\n";
    let mapping = guess(text);
    assert!(!mapping.columns.values().any(|c| c.contains("mail")));
    assert_eq!(mapping.values["Something else"], "");
    let read = read_text("a.csv", text, &Options::default()).unwrap();
    assert_eq!(read.left_out, []);
    let groups = read.groups();
    assert_eq!((groups[0].members, groups[0].postcode.as_deref()), (Some(12), Some("M32 8AA")));
    assert!(groups[1].forms["parish-council"]);
    assert_eq!(groups[1].presences[0].0, "E08000007");
    assert!(groups[2].forms.is_empty());
    assert_eq!((read.count("members not readable"), read.count("postcode not readable")), (1, 1));
}

const CAMDEN: &str = "Property name and address,Nominated By,Date Nomination Received,Decision Date,Listing Expiry Date,Reason For Unsuccessful Nomination,Notice To Dispose Received By Council Date,Community Group Which Triggered Full Moratorium,Location\n\
    The Magdala,Friends of the Magdala,01/02/2020,01/03/2020,01/03/2025,,,,\"(51.5, -0.1)\"\n\
    A Hall,Hall Users,,05/06/2021,,Not local enough,,,\n\
    A Pub,Drinkers,07/08/2026,,,,,,\n";

fn uses(read: &Outcome) -> Vec<(&str, &str, UseOutcome, &str)> {
    let tell = |record: &Record| match record {
        Record::Use(_) => (),
        other => panic!("{other:?}"),
    };
    read.records.iter().for_each(|(_, r)| tell(r));
    let rows = read.records.iter().filter_map(|(_, r)| match r {
        Record::Use(u) => Some((u.what.as_str(), u.group_name.as_str(), u.outcome, u.date.as_str())),
        _ => None,
    });
    rows.collect()
}

#[test]
fn camdens_assets_of_community_value() {
    let mapping = guess(CAMDEN);
    assert_eq!(mapping.kind, TableKind::Uses);
    assert_eq!(mapping.columns["power"], "=asset-of-community-value-nomination");
    let read = read_text("camden.csv", CAMDEN, &of("Camden")).unwrap();
    assert_eq!(
        uses(&read),
        [
            ("The Magdala", "Friends of the Magdala", UseOutcome::Succeeded, "2020-03-01"),
            ("A Hall", "Hall Users", UseOutcome::Refused, "2021-06-05"),
            ("A Pub", "Drinkers", UseOutcome::Pending, "2026-08-07"),
        ]
    );
    let Record::Use(one) = &read.records[0].1 else { panic!() };
    assert_eq!((one.area.as_str(), one.source.title.as_str()), ("E09000007", "camden.csv"));
    assert!(refusal("camden.csv", CAMDEN).contains("Give the area of the whole file"));
    let titled = workbook(&[
        &["Assets of community value", "as at May"],
        &["Asset", "Nominating body", "Date nominated", "Date listed", "Date of expiry", "Status"],
        &["Pub", "Drinkers", "01/02/2020", "#43891", "", "Removed"],
    ]);
    let read = read_text("a.xlsx", titled, &of("Camden")).unwrap();
    assert_eq!(uses(&read), [("Pub", "Drinkers", UseOutcome::Lapsed, "2020-03-01")]);
}

#[test]
fn stockports_assets_and_the_national_specification() {
    let stockport = "ref,asset_name,asset_address,nominating_organisation,date_nomination_received,decision_date,decision,decision_rationale,listing_expiry_date,status,notification_of_intention_to_sell_received\n\
        1,Pub,High St,Drinkers,2020-01-01,2020-02-01,Successful,,2025-02-01,Expired,\n\
        2,Hall,Low St,Users,2020-01-01,2020-02-02,Unsuccessful,No,,,\n";
    let read = read_text("a.csv", stockport, &of("Stockport")).unwrap();
    let outcomes: Vec<_> = uses(&read).into_iter().map(|u| (u.0, u.2, u.3)).collect();
    assert_eq!(
        outcomes,
        [("Pub", UseOutcome::Succeeded, "2020-02-01"), ("Hall", UseOutcome::Refused, "2020-02-02")]
    );
    let national = "reference,name,organisation,nomination-date,nominating-group,decision,decision-date,expiry-date\n\
        A1,Magdala,local-authority:CMD,2020-01-01,Friends,successful,2020-02-01,2025-02-01\n";
    let read = read_text("a.csv", national, &Options::default()).unwrap();
    let Record::Use(one) = &read.records[0].1 else { panic!() };
    assert_eq!((one.area.as_str(), one.group_name.as_str()), ("E09000007", "Friends"));
}

#[test]
fn mappings_that_do_not_fit() {
    let text = "Body,Kind\nA,CIO\n";
    let check = |columns: &[(&str, &str)], values: &[(&str, &str)], words: &str| {
        let pairs = |list: &[(&str, &str)]| list.iter().map(|(a, b)| ((*a).into(), (*b).into())).collect();
        let mapping = Mapping {
            kind: TableKind::Groups,
            columns: pairs(columns),
            values: pairs(values),
            area: Some("Trafford".into()),
            id_prefix: None,
        };
        let options = Options { mapping: Some(mapping), ..Options::default() };
        match read_text("a.csv", text, &options) {
            Ok(read) => assert!(words.is_empty(), "read {read:?}", read = read.records),
            Err(error) => assert!(!words.is_empty() && error.to_string().contains(words), "{error}"),
        }
    };
    check(&[("name", "Body"), ("legal_form", "Kind")], &[("CIO", "cio")], "");
    check(&[("name", "Bodies")], &[], "the file has no column \"Bodies\", which is to be name");
    check(&[("name", "Body"), ("colour", "Kind")], &[], "\"colour\" is not a field of groups: id, name");
    check(&[("legal_form", "Kind")], &[], "no column is mapped to name, which is needed");
    check(&[("name", "Body")], &[("x", "sect")], "the legal form \"sect\" is not one Takeup knows");
    check(&[("name", "Body"), ("trait:colour", "Kind")], &[], "the trait \"colour\" is not one Takeup knows");
    let unknown = serde_json::from_str::<Mapping>(r#"{"kind": "groups", "colums": {}}"#).unwrap_err();
    assert!(unknown.to_string().contains("unknown field `colums`"));
}

#[test]
fn the_register_of_northern_ireland() {
    let Some(path) = register("charity-ni/charitydetails_test.csv") else { return };
    let read = read_all(&path, &of("Belfast")).unwrap();
    assert_eq!((read.summary.rows, read.summary.records, read.summary.left_out), (365, 329, 36));
    assert_eq!(read.count("status: Removed"), 36);
    assert!(read.groups().iter().all(|g| g.key.starts_with("GB-NIC-") && g.registered.is_some()));
    assert!(read.groups().iter().flat_map(|g| &g.ids).all(|id| id.starts_with("GB-COH-NI")));
    assert!(read.groups().iter().filter(|g| g.postcode.is_some()).count() > 300);
    assert!(read.groups().iter().any(|g| g.forms.contains_key("unincorporated-association")));
}

#[test]
fn the_scottish_register_and_companies_house() {
    let text = "Charity Number,Charity Name ,Registered Date,Charity Status,Postcode,Constitutional Form,Main Operating Location,Most recent year income,Year End\n\
        SC012345,A Trust,01/01/1970,Active,XX0 0XX,Unincorporated association,Glasgow City,1200,31/03/2025\n\
        SC012346,B Trust,02/03/2004,Removed,G1 1AA,Trust,Glasgow City,,\n";
    let read = read_text("a.csv", text, &Options::default()).unwrap();
    let one = read.groups()[0];
    assert_eq!((one.key.as_str(), one.registered, &one.postcode), ("GB-SC-SC012345", None, &None));
    assert_eq!((one.presences[0].0.as_str(), one.income), ("S12000049", Some(1200)));
    assert_eq!(read.reason(3), "its register says \"Removed\": no longer there");
    let Some(path) = register("companies-house/BasicCompanyData-2020-06-01-part6_7.csv") else { return };
    let read = read_all(&path, &of("Trafford")).unwrap();
    assert_eq!((read.summary.rows, read.summary.left_out), (87, 0));
    assert!(read.groups().iter().all(|g| g.key.starts_with("GB-COH-") && g.founded.is_some()));
}

#[test]
fn clubs_that_are_no_longer_active() {
    let Some(path) = register("casc/cascs.csv") else { return };
    let read = read_all(&path, &of("Trafford")).unwrap();
    assert_eq!((read.summary.rows, read.summary.records), (9_700, 8_091));
    assert!(read.groups().iter().all(|g| g.key.starts_with("GB-CASC-")));
}
