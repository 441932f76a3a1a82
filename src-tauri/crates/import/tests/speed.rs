//! How fast the charity table is read. Run by hand: `cargo test --release -p takeup-import -- --ignored --nocapture`.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test may stop where it fails")]

mod support;

use std::fmt::Write as _;
use std::time::Instant;

use support::{Lists, file, zipped};
use takeup_import::{Flow, Options, read};

const ROWS: u32 = 400_000;

fn table() -> String {
    let header = "date_of_extract,organisation_number,registered_charity_number,linked_charity_number,charity_name,charity_type,charity_registration_status,date_of_registration,date_of_removal,charity_reporting_status,latest_acc_fin_period_start_date,latest_acc_fin_period_end_date,latest_income,latest_expenditure,charity_contact_address1,charity_contact_address2,charity_contact_address3,charity_contact_address4,charity_contact_address5,charity_contact_postcode,charity_contact_phone,charity_contact_email,charity_contact_web,charity_company_registration_number,charity_insolvent,charity_in_administration,charity_previously_excepted,charity_is_cdf_or_cif,charity_is_cio,cio_is_dissolved,date_cio_dissolution_notice,charity_activities,charity_gift_aid,charity_has_land";
    let mut text = header.replace(',', "\t") + "\r\n";
    let kinds = ["Other", "Charitable company", "CIO", "Trust"];
    let activities = "Runs a café, a lending library and a garden for everyone who lives near by. ".repeat(3);
    for n in 0..ROWS {
        let (kind, day) = (kinds[(n % 4) as usize], 1 + n % 28);
        write!(
            text,
            "2026-11-01 00:00:00.0000000\t{n}\t{n}\t0\tCharity number {n} of somewhere\t{kind}\tRegistered\t1999-05-{day:02} 00:00:00.0000000\t\tSubmission Received\t2024-04-01 00:00:00.0000000\t2025-03-31 00:00:00.0000000\t{n}\t{n}\tThe Hall\t1 High Street\tStretford\t\t\tM32 8AA\t0161 000 0000\ta@b.example\twww.c{n}.example\t0{n:07}\tFalse\tFalse\tFalse\tFalse\tFalse\tFalse\t\t{activities}\tTrue\tFalse\r\n"
        )
        .unwrap();
    }
    text
}

#[test]
#[ignore = "a measurement, for a release build"]
fn a_hundred_thousand_rows_a_second() {
    let text = table();
    let lists = Lists::new();
    let packed = zipped(&[("publicextract.charity.txt", text.as_bytes())]);
    let mut slowest = f64::INFINITY;
    for (name, bytes) in [("plain", text.as_bytes()), ("zip", &packed)] {
        let (_folder, path) = file(name, bytes);
        let begun = Instant::now();
        let mut records = 0u32;
        let mut sink = |_| {
            records += 1;
            Ok(())
        };
        read(&path, &lists.known(), &Options::default(), &mut |_| Flow::Continue, &mut sink).unwrap();
        let pace = f64::from(ROWS) / begun.elapsed().as_secs_f64();
        println!("{name}: {} MB, {records} records, {pace:.0} rows a second", bytes.len() >> 20);
        assert_eq!(records, ROWS);
        slowest = slowest.min(pace);
    }
    assert!(slowest > 100_000.0);
}
