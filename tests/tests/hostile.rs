//! Files and workspaces that are not what they should be: each gets its own words, at once, and nothing is kept.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test may stop where it fails")]

use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use takeup_tests::work::{NOMINATION, TRAFFORD, Work};

const GROUPS: &str = "name,legal_form,area\nA Hall,CIO,Trafford\n";
const USES: &str = "power,area,group,what,date,outcome,source\n";

/// Recognising, previewing and reading all say the same, and nothing is kept.
fn refused(work: &Work, path: &Path, words: &[&str]) {
    let before = work.ask("info", json!({}));
    let request = json!({"path": path, "area": TRAFFORD});
    let told = work.refuse("recognise", request.clone());
    assert_eq!(told.code, "failed");
    for preview in [true, false] {
        let mut request = request.clone();
        request["preview"] = json!(preview);
        assert_eq!(work.read(request).unwrap_err(), told.message);
    }
    for word in words {
        assert!(told.message.contains(word), "\"{word}\" is not in: {}", told.message);
    }
    assert!(!told.message.contains('\0') && told.message.len() < 600, "{}", told.message);
    assert_eq!(work.ask("info", json!({})), before);
    assert_eq!((&before["counts"]["groups"], before["registers"].as_array().unwrap().len()), (&json!(0), 0));
}

fn refused_bytes(name: &str, bytes: impl AsRef<[u8]>, words: &[&str]) {
    let work = Work::trafford();
    let path = work.file(name, bytes);
    refused(&work, &path, words);
}

fn zipped(name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
    zip.write_all(bytes).unwrap();
    zip.finish().unwrap().into_inner()
}

#[test]
fn nothing_at_all() {
    refused_bytes("a.csv", "", &["a.csv is empty", "Download or save it again"]);
    refused_bytes("a.csv", "\n \n", &["a.csv is empty"]);
    let work = Work::trafford();
    refused(&work, work.folder.path(), &["is a folder", "Choose one file in it"]);
    refused(&work, &work.path("none.csv"), &["none.csv could not be opened", "Check that it exists"]);
}

#[test]
fn text_in_another_encoding() {
    let mixed =
        [GROUPS.as_bytes(), "Café Ünal,CIO,Trafford\n".as_bytes(), b"Caf\xE9,CIO,Trafford\n"].concat();
    refused_bytes("a.csv", mixed, &["a.csv, line 4: not valid UTF-8", "Save it again as CSV UTF-8"]);
    let wide: Vec<u8> = GROUPS.encode_utf16().flat_map(u16::to_be_bytes).collect();
    refused_bytes("a.csv", wide, &["line 1: a NUL byte", "CSV UTF-8"]);
}

#[test]
fn nul_bytes() {
    refused_bytes("a.csv", format!("{GROUPS}B\0,CIO,Trafford\n"), &["a.csv, line 3: a NUL byte"]);
    let many = format!("{}C\0,CIO,Trafford\n", GROUPS.to_owned() + &"B,CIO,Trafford\n".repeat(50_000));
    refused_bytes("a.csv", many, &["line 50003: a NUL byte"]);
}

#[test]
fn zips_cut_short_and_zips_that_swell() {
    let whole = zipped("a.csv", GROUPS.repeat(500).as_bytes());
    refused_bytes("a.zip", &whole[..whole.len() / 2], &["damaged or was not downloaded to the end"]);
    let bomb = zipped("a.csv", &vec![b'\n'; 80 << 20]);
    let begun = Instant::now();
    refused_bytes("a.zip", bomb, &["is refused", "would unpack from", "to 83886080 bytes"]);
    assert!(begun.elapsed() < Duration::from_secs(3));
    let mut liar = whole;
    let entry = liar.windows(4).rposition(|w| w == b"PK\x01\x02").unwrap();
    liar[entry + 24..entry + 28].copy_from_slice(&10u32.to_le_bytes());
    refused_bytes("a.zip", liar, &["unpacks to more than the 10 bytes it declares"]);
}

/// Most memory that this process ever had, in bytes.
fn most_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|l| l.strip_prefix("VmHWM:")).unwrap_or("0 kB");
    line.trim().trim_end_matches(" kB").parse::<u64>().unwrap() * 1024
}

#[test]
fn a_line_of_two_gigabytes() {
    for good in [0, 50_000] {
        let work = Work::trafford();
        let path = work.file("a.csv", GROUPS.to_owned() + &"B,CIO,Trafford\n".repeat(good));
        let mut out = std::fs::OpenOptions::new().append(true).open(&path).unwrap();
        out.write_all(&vec![b'x'; 2 << 20]).unwrap();
        // The rest is a hole: two gigabytes that take no room on disk.
        out.set_len(2 << 30).unwrap();
        let begun = Instant::now();
        work.refuse("recognise", json!({"path": path}));
        assert!(begun.elapsed() < Duration::from_secs(3), "{:?}", begun.elapsed());
        let line = format!("a.csv, line {}: longer than 1 MiB", 3 + good);
        refused(&work, &path, &[&line, "one row a line"]);
    }
    assert!(most_memory() < 500 << 20, "{} bytes of memory", most_memory());
}

#[cfg(unix)]
#[test]
fn a_pipe_is_refused_at_once() {
    let work = Work::trafford();
    let path = work.path("pipe.csv");
    assert!(std::process::Command::new("mkfifo").arg(&path).status().unwrap().success());
    refused(&work, &path, &["pipe.csv is not a file", "Save what it gives as a file"]);
    refused(&work, Path::new("/dev/zero"), &["zero is not a file"]);
}

#[test]
fn ten_thousand_columns() {
    let wide: String = (0..10_000).map(|n| format!("c{n},")).collect();
    refused_bytes(
        "a.csv",
        wide.trim_end_matches(',').to_owned() + "\n1,2\n",
        &["10000 columns", "at most 2,000"],
    );
}

#[test]
fn pictures_and_pages() {
    refused_bytes("a.csv", b"\xFF\xD8\xFF\xE0 JFIF", &["a picture (JPEG)", "CSV or XLSX"]);
    refused_bytes("a.csv", "<!DOCTYPE html><html>", &["a web page"]);
}

/// What a person is told of the rows left out.
fn left_out(work: &Work, result: &Value) -> String {
    work.ask("left_out_csv", json!({"register": result["register"]}))["text"].as_str().unwrap().to_owned()
}

#[test]
fn names_that_would_run_elsewhere_are_text_here() {
    let work = Work::trafford();
    let (script, link) = ("<script>alert(1)</script>", "=HYPERLINK(\"http://x\")");
    let quoted = link.replace('"', "\"\"");
    let text = format!(
        "{GROUPS}{script},CIO,Trafford\n\"{quoted}\",CIO,Trafford\n\"{quoted}\",no such form,Nowhere\n"
    );
    let read = work.read(json!({"path": work.file("groups.csv", text)})).unwrap();
    assert_eq!((&read["new"], &read["left_out"]), (&json!(3), &json!(1)));
    let groups = work.ask("groups", json!({"area": TRAFFORD}));
    let names: Vec<&str> =
        groups["rows"].as_array().unwrap().iter().map(|g| g["name"].as_str().unwrap()).collect();
    assert_eq!(names, [script, link, "A Hall"]);
    let cell = "'=HYPERLINK(\"\"http://x\"\")";
    let list = left_out(&work, &read);
    assert!(
        list.contains(&format!("\"{cell}")) && !list.contains(",=HYP") && !list.contains(",\"=HYP"),
        "{list}"
    );

    let looked = json!({"power": NOMINATION, "area": TRAFFORD, "register": link, "as_at": "2026-11-01", "source": script});
    work.ask("record_coverage", looked);
    let audit = work.ask("audit_csv", json!({"area": TRAFFORD}))["text"].as_str().unwrap().to_owned();
    assert!(audit.contains(&format!("\"{cell}\"")) && !audit.contains(",\"=HYP"));
    assert_eq!(work.row(NOMINATION)["coverage"]["register"], link);
}

#[test]
fn the_same_id_twice() {
    let work = Work::trafford();
    let text = "id,name,legal_form,area\nGB-CHC-1,First,CIO,Trafford\nGB-CHC-1,Second,CIO,Trafford\nGB-CHC-2,Third,CIO,Trafford\n";
    let read = work.read(json!({"path": work.file("groups.csv", text)})).unwrap();
    assert_eq!((&read["rows"], &read["new"], &read["left_out"]), (&json!(3), &json!(2), &json!(1)));
    let list = left_out(&work, &read);
    assert!(list.contains("3,") && list.contains("GB-CHC-1") && list.contains("earlier line"), "{list}");
    assert_eq!(work.ask("group", json!({"id": "GB-CHC-1", "area": TRAFFORD}))["name"], "First");
}

#[test]
fn days_that_do_not_exist() {
    let work = Work::trafford();
    let row =
        |date: &str| format!("{NOMINATION},Trafford,Friends,Nominated a hall,{date},succeeded,The list\n");
    let text = format!("{USES}{}{}{}", row("31/02/2020"), row("2020-02-30"), row("29/02/2020"));
    let read = work.read(json!({"path": work.file("uses.csv", text)})).unwrap();
    assert_eq!((&read["rows"], &read["new"], &read["left_out"]), (&json!(3), &json!(1), &json!(2)));
    let list = left_out(&work, &read);
    assert!(list.contains("31/02/2020") && list.contains("2020-02-30"), "{list}");
    let mut input = json!({"power": NOMINATION, "area": TRAFFORD, "group_name": "Friends", "what": "Asked",
                           "outcome": "succeeded", "source": "The list"});
    for (date, words) in
        [("31/02/2020", "cannot be read"), ("2020-02-30", "cannot be read"), ("2027", "still to come")]
    {
        input["date"] = json!(date);
        let told = work.refuse("record_use", input.clone());
        assert!(
            told.code == "usage" && told.message.contains(words) && told.message.contains(date),
            "{told}"
        );
    }
    assert_eq!(work.ask("info", json!({}))["counts"]["uses"], 1);
    let told = work.refuse("audit", json!({"area": TRAFFORD, "as_at": "2020-02-30"}));
    assert!(told.message.contains("is not a date"), "{told}");
}

/// Opening it is refused in these words, it is left as it is, and what was open stays open.
fn stays_shut(name: &str, bytes: &[u8], words: &[&str]) {
    let work = Work::trafford();
    let path = work.file(name, bytes);
    let told = work.refuse("open", json!({"path": path}));
    for word in words {
        assert!(told.message.contains(word), "\"{word}\" is not in: {told}");
    }
    assert_eq!(std::fs::read(&path).unwrap(), bytes);
    let beside =
        std::fs::read_dir(work.folder.path()).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap());
    assert!(
        !beside.into_iter().any(|n| n.starts_with(&format!("{name}-"))),
        "something was written beside {name}"
    );
    assert!(work.ask("info", json!({}))["path"].as_str().unwrap().ends_with("work.takeup"));
}

#[test]
fn workspaces_that_are_not() {
    let ours = Work::trafford().bytes();
    let mut newer = ours.clone();
    newer[60..64].copy_from_slice(&99u32.to_be_bytes());
    stays_shut("newer.takeup", &newer, &["made by a newer Takeup (format 99", "Install the newer version"]);
    stays_shut(
        "photo.takeup",
        b"\xFF\xD8\xFF\xE0\0\x10JFIF",
        &["not a Takeup workspace (it is a JPEG picture)"],
    );
    stays_shut("empty.takeup", b"", &["not a Takeup workspace (the file is empty)"]);
    stays_shut("text.takeup", GROUPS.as_bytes(), &["not a Takeup workspace", "Read a register"]);
    stays_shut("short.takeup", &ours[..ours.len() / 2], &["is damaged", "Open a copy or a backup"]);
    let mut other = ours.clone();
    other[68..72].copy_from_slice(b"ELSE");
    stays_shut("other.takeup", &other, &["a database of another program"]);
}

#[test]
fn a_closed_workspace_is_one_file_that_can_be_carried_away() {
    let work = Work::trafford();
    work.read(json!({"path": work.file("groups.csv", GROUPS)})).unwrap();
    work.ask("close", json!({}));
    for ending in ["-wal", "-shm"] {
        assert!(!work.path(&format!("work.takeup{ending}")).exists(), "work.takeup{ending} was left behind");
    }
    std::fs::rename(work.path("work.takeup"), work.path("elsewhere.takeup")).unwrap();
    let there = work.ask("open", json!({"path": work.path("elsewhere.takeup")}));
    assert_eq!(there["counts"]["groups"], 1);
}

#[cfg(unix)]
#[test]
fn the_file_goes_away_while_it_is_open() {
    let work = Work::trafford();
    let read = work.read(json!({"path": work.file("groups.csv", GROUPS)})).unwrap();
    assert_eq!(read["new"], 1);
    std::fs::remove_file(work.path("work.takeup")).unwrap();
    let words = ["work.takeup was moved or deleted while it was open", "Use “Save a copy” now"];
    let looked = json!({"power": NOMINATION, "area": TRAFFORD, "register": "List", "as_at": "2026-11-01", "source": "x"});
    let told = work.refuse("record_coverage", looked);
    let more = work.file("more.csv", "name,legal_form,area\nB Hall,CIO,Trafford\n");
    let stopped = work.read(json!({"path": more})).unwrap_err();
    for word in words {
        assert!(told.message.contains(word) && stopped.contains(word), "{told} {stopped}");
    }
    assert!(!work.path("work.takeup").exists());
    work.ask("save_copy", json!({"path": work.path("copy.takeup")}));
    let copy = work.ask("open", json!({"path": work.path("copy.takeup")}));
    assert_eq!((&copy["counts"]["groups"], &copy["counts"]["coverage"]), (&json!(1), &json!(0)));
}

#[test]
fn a_reading_that_is_stopped_keeps_nothing() {
    let work = Work::trafford();
    let rows: String = (0..200_000).map(|n| format!("Group {n},CIO,Trafford\n")).collect();
    let path = work.file("groups.csv", format!("name,legal_form,area\n{rows}"));
    let job = work.ask("read", json!({"path": path}));
    work.ask("cancel", job.clone());
    let state = loop {
        let state = work.ask("job", job.clone());
        if state["state"] != "running" {
            break state;
        }
        std::thread::sleep(Duration::from_millis(2));
    };
    assert_eq!((&state["state"], &state["result"]), (&json!("cancelled"), &Value::Null));
    let info = work.ask("info", json!({}));
    assert_eq!((&info["counts"]["groups"], info["registers"].as_array().unwrap().len()), (&json!(0), 0));
}
