//! What the parser of the command line refuses, in German; in English it says it itself.

use adit_api::lang::Lang;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::common::environment;

/// The language of a command line that could not be parsed.
pub fn language(arguments: &[String]) -> Lang {
    let after = arguments.iter().position(|argument| argument == "--lang").and_then(|at| arguments.get(at + 1));
    let joined = arguments.iter().find_map(|argument| argument.strip_prefix("--lang="));
    match joined.or(after.map(String::as_str)) {
        Some("de") => Lang::De,
        Some("en") => Lang::En,
        _ => environment(),
    }
}

/// The refusal in one line.
pub fn german(error: &clap::Error) -> String {
    let part = |kind| error.get(kind).map(shown).unwrap_or_default();
    let argument = part(ContextKind::InvalidArg);
    let (value, valid) = (part(ContextKind::InvalidValue), part(ContextKind::ValidValue));
    let text = match error.kind() {
        ErrorKind::InvalidValue if value.is_empty() => format!("{argument}: der Wert fehlt; erwartet: ein Wert nach der Option"),
        ErrorKind::InvalidValue => format!("{argument}: `{value}`; erwartet: eines von {valid}"),
        ErrorKind::UnknownArgument => format!("`{argument}` ist nicht bekannt; erwartet: eine Option oder ein Wert des Befehls"),
        ErrorKind::InvalidSubcommand => {
            format!("`{}` ist kein Befehl; erwartet: einer der Befehle, die `adit` nennt", part(ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingRequiredArgument => format!("{argument}: fehlt; erwartet: ein Wert"),
        ErrorKind::ArgumentConflict => {
            format!("{argument}: mehrfach oder zusammen mit {} angegeben; erwartet: nur eines", part(ContextKind::PriorArg))
        }
        _ => "nicht verständlich; erwartet: Befehl und Optionen, wie `adit --help` sie nennt".to_owned(),
    };
    format!("Befehlszeile: {text}")
}

fn shown(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(", "),
        other => other.to_string(),
    }
}
