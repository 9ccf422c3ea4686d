//! Bytes to text: UTF-8, with or without byte order mark; anything else is named.

use adit_vocab::problem::Problem;

/// The text of a file, or what is wrong with its encoding.
pub fn text<'a>(file: &str, bytes: &'a [u8]) -> Result<&'a str, Problem> {
    let wrong = |place: &str, found: &str| Problem::new(file, place, found, "text in UTF-8");
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err(wrong("encoding", "the file is in UTF-16"));
    }
    let bytes = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(bytes);
    if let Some(at) = bytes.iter().position(|&byte| byte == 0) {
        let found =
            if bytes.len() > 1 && at <= 1 { "the file looks like UTF-16" } else { "there is a zero byte: this is not text" };
        return Err(wrong(&place(bytes, at), found));
    }
    std::str::from_utf8(bytes).map_err(|error| {
        let at = error.valid_up_to();
        let found = if error.error_len().is_none() {
            "the file ends in the middle of a character".to_owned()
        } else {
            let line: String = line_around(bytes, at).iter().map(|&byte| char::from(byte)).collect();
            format!("byte 0x{:02X} is not UTF-8, probably Latin-1 or Windows-1252: `{}`", bytes[at], line.trim())
        };
        wrong(&place(bytes, at), &found)
    })
}

fn place(bytes: &[u8], at: usize) -> String {
    format!("line {}", 1 + bytes[..at].iter().filter(|&&byte| byte == b'\n').count())
}

/// The text around a byte, at most its line and at most 20 bytes to each side.
fn line_around(bytes: &[u8], at: usize) -> &[u8] {
    let from =
        bytes[..at].iter().rposition(|&byte| byte == b'\n' || byte == b',').map_or(0, |i| i + 1).max(at.saturating_sub(20));
    let to = bytes[at..].iter().position(|&byte| byte == b'\n' || byte == b',').map_or(bytes.len(), |i| at + i).min(at + 20);
    &bytes[from..to]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(bytes: &[u8]) -> String {
        text("f.csv", bytes).map_or_else(|problem| problem.to_string(), str::to_owned)
    }

    #[test]
    fn a_byte_order_mark_is_fine() {
        assert_eq!(found(b"\xEF\xBB\xBFa,b"), "a,b");
    }

    #[test]
    fn latin_1_is_named_with_its_word() {
        let message = found(b"name\nT\xFCrkei,1\n");
        assert!(message.contains("line 2") && message.contains("Latin-1") && message.contains("Türkei"), "{message}");
    }

    #[test]
    fn utf_16_is_named() {
        assert!(found(b"\xFF\xFEa\0b\0").contains("UTF-16"));
        assert!(found(b"a\0b\0").contains("UTF-16"));
    }

    #[test]
    fn half_a_character_is_named() {
        assert!(found(b"name\nT\xC3").contains("middle of a character"));
    }
}
