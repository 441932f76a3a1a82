//! Files that are not what they should be: each is refused in words, quickly and in little memory.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test may stop where it fails")]

mod support;

use std::io::{Seek, SeekFrom, Write};
use std::time::{Duration, Instant};

use support::{Lists, read_all, read_text, refusal, workbook, zipped};
use takeup_import::{Flow, ImportError, Options, SinkError, read, recognise};

const USES: &str =
    "power,area,date,outcome,source\nasset-of-community-value-nomination,Trafford,2025,listed,List\n";

fn assert_says(message: &str, words: &[&str]) {
    for word in words {
        assert!(message.contains(word), "\"{word}\" is not in: {message}");
    }
}

#[test]
fn empty_files_and_folders() {
    assert_says(&refusal("a.csv", ""), &["a.csv is empty"]);
    assert_says(&refusal("a.csv", "\n\n  \n"), &["a.csv is empty"]);
    assert_says(&refusal("a.zip", zipped(&[])), &["holds no table"]);
    assert_says(&refusal("a.zip", zipped(&[("a.csv", b"")])), &["a.csv is empty"]);
    assert_says(&refusal("a.xlsx", workbook(&[])), &["a.xlsx is empty"]);
    let folder = tempfile::tempdir().unwrap();
    let message = read_all(folder.path(), &Options::default()).err().unwrap().to_string();
    assert_says(&message, &["is a folder"]);
    let message = read_all(&folder.path().join("none.csv"), &Options::default()).err().unwrap().to_string();
    assert_says(&message, &["none.csv could not be opened", "Check that it exists"]);
}

#[test]
fn pictures_documents_and_web_pages() {
    assert_says(&refusal("a.csv", b"\xFF\xD8\xFF\xE0 JFIF"), &["a picture (JPEG)", "CSV or XLSX"]);
    assert_says(&refusal("a.csv", b"%PDF-1.7 ..."), &["a PDF", "Ask for"]);
    assert_says(&refusal("a.csv", "\u{FEFF}<!DOCTYPE html><html>"), &["a web page", "download"]);
    assert_says(&refusal("a.xls", b"\xD0\xCF\x11\xE0\xA1\xB1"), &["an old Office file", "save it as XLSX"]);
    assert_says(&refusal("a.gz", b"\x1F\x8B\x08"), &["a gzip archive", "Unpack"]);
    assert_says(&refusal("a.zip", zipped(&[("b.pdf", b"%PDF-1.7")])), &["b.pdf is a PDF"]);
    let document = zipped(&[("word/document.xml", b"<x/>")]);
    assert_says(&refusal("a.docx", document), &["a word-processor file (DOCX)"]);
}

#[test]
fn nul_bytes_and_utf_16() {
    assert_says(&refusal("a.csv", "a,b\n1,2\n3,\0\n"), &["a.csv, line 3: a NUL byte"]);
    let mut long = "a,b\n".repeat(30_000);
    long.push('\0');
    assert_says(&refusal("a.csv", long), &["line 30001: a NUL byte"]);
    let wide: Vec<u8> = USES.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_says(&refusal("a.csv", &wide), &["line 1: a NUL byte", "CSV UTF-8"]);
    let marked = [b"\xFF\xFE".as_slice(), &wide].concat();
    let read = read_text("a.csv", marked, &Options::default()).unwrap();
    assert_eq!((read.summary.records, read.summary.rows), (1, 1));
}

#[test]
fn text_that_is_not_utf_8() {
    let row = |what: &[u8]| {
        let head = b"power,area,what,date,outcome,source\n".as_slice();
        [head, b"asset-of-community-value-nomination,Trafford,", what, b",2025,listed,List\n"].concat()
    };
    let read = read_text("a.csv", row(b"Caf\xE9 \x80 5"), &Options::default()).unwrap();
    assert!(format!("{:?}", read.records).contains("Café € 5"));
    let mixed = row("Café, née Ünal".replace(',', "").as_bytes());
    let mixed =
        [mixed.as_slice(), b"asset-of-community-value-nomination,Trafford,\xE9,2025,listed,List\n"].concat();
    assert_says(&refusal("a.csv", mixed), &["a.csv, line 3: not valid UTF-8", "Save it again"]);
    let marked = [b"\xEF\xBB\xBF".as_slice(), &row(b"Caf\xE9")].concat();
    assert_says(&refusal("a.csv", marked), &["line 2: not valid UTF-8"]);
    let read = read_text("a.csv", format!("\u{FEFF}{USES}"), &Options::default()).unwrap();
    assert_eq!(read.summary.records, 1);
}

#[test]
fn a_line_without_end_fails_fast_and_in_little_memory() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.csv");
    let mut out = std::fs::File::create(&path).unwrap();
    out.write_all(USES.as_bytes()).unwrap();
    out.write_all(&vec![b'x'; 3 << 20]).unwrap();
    // The rest is a hole of 2 GB that takes no room on disk.
    out.seek(SeekFrom::Start(2 << 30)).unwrap();
    out.write_all(b"x").unwrap();
    let lists = Lists::new();
    let begun = Instant::now();
    let error = recognise(&path, &lists.known(), &Options::default()).unwrap_err();
    assert!(begun.elapsed() < Duration::from_secs(2));
    assert_says(&error.to_string(), &["a.csv, line 3: longer than 1 MiB", "Save it again"]);
}

#[test]
fn a_quotation_mark_that_never_closes() {
    let text = format!(
        "{USES}asset-of-community-value-nomination,\"Trafford,2025,listed,List\n{}",
        "a,b,c,d,e\n".repeat(900_000)
    );
    assert_says(
        &refusal("a.csv", text),
        &["a.csv, line 3: the record that begins here does not end", "quotation mark"],
    );
    let object = format!("[{{\"a\": \"{}", "x".repeat(3 << 20));
    assert_says(&refusal("a.json", object), &["does not end"]);
}

#[test]
fn too_many_columns_and_two_of_one_name() {
    let wide = (0..2_001).map(|n| format!("c{n}")).collect::<Vec<_>>().join(",");
    assert_says(&refusal("a.csv", wide), &["line 1: 2001 columns", "at most 2,000"]);
    let twice = "power,area,Date,outcome,source,DATE \nx\n";
    assert_says(&refusal("a.csv", twice), &["line 1: columns 3 and 6 are both called \"DATE\"", "Rename"]);
}

#[test]
fn damaged_zips() {
    let whole = zipped(&[("a.csv", USES.repeat(500).as_bytes())]);
    let words = ["damaged or was not downloaded to the end", "Download it again"];
    assert_says(&refusal("a.zip", &whole[..whole.len() / 2]), &words);
    assert_says(&refusal("a.zip", &whole[..whole.len() - 10]), &words);
    let mut bent = whole.clone();
    bent[60] ^= 0xFF;
    assert_says(&refusal("a.zip", bent), &["Download it again"]);
    let book = workbook(&[&["name", "legal form", "area"], &["A", "CIO", "Trafford"]]);
    assert_says(&refusal("a.xlsx", &book[..book.len() / 2]), &words);
}

#[test]
fn zips_with_no_or_several_tables() {
    let several = zipped(&[("a.csv", b"a"), ("b.txt", b"b"), ("__MACOSX/a.csv", b"c")]);
    assert_says(&refusal("a.zip", several), &["several tables: a.csv, b.txt.", "choose one"]);
    let none = zipped(&[("notes.md", b"a"), ("map.shp", b"b")]);
    assert_says(&refusal("a.zip", none), &["holds no table (inside: notes.md, map.shp)"]);
    let inner = zipped(&[("a.csv", USES.as_bytes())]);
    assert_says(&refusal("a.zip", zipped(&[("b.zip", &inner)])), &["b.zip is a zip within a zip"]);
    let readme =
        zipped(&[("readme.txt", b"hello"), ("data/uses.csv", USES.as_bytes()), ("licence.pdf", b"%PDF")]);
    let read = read_text("a.zip", readme, &Options::default()).unwrap();
    assert_eq!(read.summary.records, 1);
}

#[test]
fn zips_that_unpack_to_too_much() {
    let bomb = zipped(&[("a.csv", &vec![b'\n'; 80 << 20])]);
    assert!(bomb.len() < 1 << 20);
    assert_says(&refusal("a.zip", bomb), &["is refused", "would unpack from", "to 83886080 bytes"]);
    // The directory says ten bytes, the member holds more.
    let mut liar = zipped(&[("a.csv", USES.repeat(1000).as_bytes())]);
    let entry = liar.windows(4).rposition(|w| w == b"PK\x01\x02").unwrap();
    liar[entry + 24..entry + 28].copy_from_slice(&10u32.to_le_bytes());
    assert_says(&refusal("a.zip", liar), &["unpacks to more than the 10 bytes it declares"]);
}

#[test]
fn json_of_another_shape() {
    assert_says(&refusal("a.json", "{\"results\": []}"), &["it is not a list"]);
    assert_says(&refusal("a.json", "[1, 2]"), &["something in the list is not an object"]);
    assert_says(&refusal("a.json", "[{\"a\": 1}, {\"a\": 2"), &["record 2", "ends in the middle"]);
    assert_says(&refusal("a.json", "[{\"a\": 1} {\"a\": 2}]"), &["a comma is missing"]);
    assert_says(&refusal("a.json", "[{\"a\" 1}]"), &["record 1", "not JSON"]);
    assert_says(&refusal("a.json", "[{\"a\": {\"b\": [1]}, \"c\": 2}]"), &["a, c"]);
    assert_says(&refusal("a.json", "[]"), &["a.json is empty"]);
    let deep = format!("[{{\"a\": {}1{}}}]", "[".repeat(100_000), "]".repeat(100_000));
    assert_says(&refusal("a.json", deep), &["columns do not tell what this is (a)"]);
}

#[test]
fn columns_that_tell_nothing() {
    let message = refusal("a.csv", "colour,shape\nred,round\n");
    assert_says(&message, &["a.csv", "colour, shape", "mapping", "template"]);
}

#[test]
fn stopping_and_a_sink_that_fails() {
    let rows: String = (0..9_000).map(|n| format!("Group {n},CIO,Trafford\n")).collect();
    let (_folder, path) = support::file("a.csv", format!("name,legal_form,area\n{rows}"));
    let lists = Lists::new();
    let stopped = read(
        &path,
        &lists.known(),
        &Options::default(),
        &mut |at| if at.rows >= 4_000 { Flow::Cancel } else { Flow::Continue },
        &mut |_| Ok(()),
    );
    assert!(matches!(stopped, Err(ImportError::Cancelled { rows: 4_000, .. })));
    let full = read(&path, &lists.known(), &Options::default(), &mut |_| Flow::Continue, &mut |_| {
        Err(SinkError::new("the disk is full"))
    });
    assert_says(&full.unwrap_err().to_string(), &["could not be kept: the disk is full"]);
}
