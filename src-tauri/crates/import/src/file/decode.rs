//! Text in other encodings, as UTF-8, while it streams.

use std::io::{self, Read};

use encoding_rs::{CoderResult, Decoder, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::scan::Encoding;

/// The input as UTF-8. A byte order mark must have been taken off before for UTF-16.
pub(crate) fn decoded<'r, R: Read + 'r>(encoding: Encoding, input: R) -> Box<dyn Read + 'r> {
    let coding = match encoding {
        Encoding::Utf8 | Encoding::Utf8Bom => return Box::new(input),
        Encoding::Utf16Le => UTF_16LE,
        Encoding::Utf16Be => UTF_16BE,
        Encoding::Windows1252 => WINDOWS_1252,
    };
    Box::new(Decoding {
        input,
        decoder: coding.new_decoder_without_bom_handling(),
        raw: vec![0; 32 * 1024],
        raw_at: 0,
        raw_end: 0,
        text: vec![0; 128 * 1024],
        text_at: 0,
        text_end: 0,
        ended: false,
    })
}

struct Decoding<R> {
    input: R,
    decoder: Decoder,
    raw: Vec<u8>,
    raw_at: usize,
    raw_end: usize,
    text: Vec<u8>,
    text_at: usize,
    text_end: usize,
    ended: bool,
}

impl<R: Read> Decoding<R> {
    fn refill(&mut self) -> io::Result<()> {
        if self.raw_at == self.raw_end && !self.ended {
            self.raw_at = 0;
            self.raw_end = self.input.read(&mut self.raw)?;
            self.ended = self.raw_end == 0;
        }
        let raw = &self.raw[self.raw_at..self.raw_end];
        let (result, read, written, _) = self.decoder.decode_to_utf8(raw, &mut self.text, self.ended);
        self.raw_at += read;
        self.text_at = 0;
        self.text_end = written;
        debug_assert!(written > 0 || result == CoderResult::InputEmpty);
        Ok(())
    }
}

impl<R: Read> Read for Decoding<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.text_at == self.text_end {
            if self.ended {
                return Ok(0);
            }
            self.refill()?;
        }
        let n = buffer.len().min(self.text_end - self.text_at);
        buffer[..n].copy_from_slice(&self.text[self.text_at..self.text_at + n]);
        self.text_at += n;
        Ok(n)
    }
}
