//! What must hold for any question: sentences, markup, completeness.

use adit_analysis::chain::Link;
use adit_vocab::lang::Lang;

use super::*;
use crate::fixture::{World, world};

const QUESTIONS: [(&str, &str); 12] = [
    ("USA", "CHN"),
    ("DEU", "CHN"),
    ("EU", "CHN"),
    ("JPN", "COD"),
    ("KAZ", "CHN"),
    ("VAT", "CHN"),
    ("USA", "CHL"),
    ("DEU", "USA"),
    ("USA", "VAT"),
    ("USA", "USA"),
    ("EU", "DEU"),
    ("NLD", "IRQ"),
];

fn said(world: &World, asker: &str, against: &str, lang: Lang) -> String {
    let result = world.ask(asker, against);
    let input = world.briefing(&result);
    headline(&Context::new(&input, lang))
}

fn said_about(world: &World, asker: &str, against: &str, material: &str, lang: Lang) -> String {
    let result = world.ask_about(asker, against, &[world.material(material)]);
    let input = world.briefing(&result);
    headline(&Context::new(&input, lang))
}

#[test]
fn headlines_for_many_one_and_none() {
    let world = world();
    assert_eq!(said(&world, "USA", "CHN", Lang::En), "For 6 of 9 critical materials, more than half passes through China");
    assert_eq!(said(&world, "USA", "CHN", Lang::De), "Bei 6 von 9 kritischen Rohstoffen läuft mehr als die Hälfte über China");
    // Of 29 kt cobalt for Japan, 20 kt are refined in China, from ore of which 190 of 192 kt are dug in the DR Congo.
    assert_eq!(
        said(&world, "JPN", "COD", Lang::En),
        "For one of 9 critical materials, cobalt, more than half passes through the DR Congo"
    );
    assert_eq!(
        said(&world, "JPN", "COD", Lang::De),
        "Bei einem von 9 kritischen Rohstoffen, Kobalt, läuft mehr als die Hälfte über die DR Kongo"
    );
    // Copper for the USA: 800 of 1,867 kt come from Chile.
    assert_eq!(
        said(&world, "USA", "CHL", Lang::En),
        "No critical material passes through Chile by more than half; copper comes closest at 43%"
    );
    assert_eq!(
        said(&world, "USA", "CHL", Lang::De),
        "Kein kritischer Rohstoff läuft zu mehr als der Hälfte über Chile; den höchsten Anteil hat Kupfer mit 43\u{202f}%"
    );
}

#[test]
fn headlines_where_nothing_passes_or_nothing_is_used() {
    let world = world();
    assert_eq!(
        said(&world, "USA", "VAT", Lang::En),
        "On record, nothing that the United States uses passes through Vatican City"
    );
    assert_eq!(
        said(&world, "USA", "VAT", Lang::De),
        "Nach den Daten läuft nichts von dem, was die USA verbrauchen, über die Vatikanstadt"
    );
    assert_eq!(
        said(&world, "VAT", "CHN", Lang::En),
        "No record shows what Vatican City uses; China makes more than half of 7 of 9 critical materials"
    );
    assert_eq!(
        said(&world, "VAT", "USA", Lang::De),
        "Keine Quelle zeigt, was die Vatikanstadt verbraucht; die USA stellen von keinem Rohstoff mehr als die Hälfte her"
    );
}

#[test]
fn headlines_where_the_asker_is_the_supplier() {
    let world = world();
    assert_eq!(
        said(&world, "CHN", "CHN", Lang::En),
        "China makes more than half of the world’s output of 7 of 9 critical materials"
    );
    assert_eq!(
        said(&world, "USA", "USA", Lang::De),
        "Die USA stellen von keinem erfassten kritischen Rohstoff mehr als die Hälfte der Welterzeugung her"
    );
}

#[test]
fn headlines_about_one_material() {
    let world = world();
    assert_eq!(
        said_about(&world, "USA", "CHN", "gallium", Lang::En),
        "98% of the gallium that the United States uses passes through China"
    );
    assert_eq!(said_about(&world, "USA", "CHN", "gallium", Lang::De), "Gallium für die USA: 98\u{202f}% laufen über China");
    assert_eq!(said_about(&world, "USA", "CHN", "cesium", Lang::En), "Nobody publishes who makes cesium");
    assert_eq!(
        said_about(&world, "USA", "CHL", "gallium", Lang::De),
        "Gallium für die USA: Nach den Daten läuft nichts davon über Chile"
    );
    assert_eq!(said_about(&world, "VAT", "COD", "gallium", Lang::En), "On record, the DR Congo makes no gallium");
}

fn stand(world: &World, asker: &str, against: &str, lang: Lang) -> String {
    let result = world.ask(asker, against);
    super::head::head(&Context::new(&world.briefing(&result), lang)).stand
}

#[test]
fn the_stand_counts_the_askers_own_paths_and_says_whom_it_leaves_out() {
    let world = world();
    // What the world's shares say about materials that hardly pass through the supplier is no dependency of the asker.
    for (asker, against) in QUESTIONS {
        let result = world.ask(asker, against);
        let input = world.briefing(&result);
        let found = Context::new(&input, Lang::En).findings.clone();
        assert!(found.passing_after_mine.iter().all(|id| found.passing.iter().any(|(passing, _)| passing == id)));
        let says = stand(&world, asker, against, Lang::En).contains("starts only after the mine");
        assert_eq!(says, !found.passing_after_mine.is_empty(), "{asker} {against}");
    }
    assert!(!stand(&world, "VAT", "CHN", Lang::En).contains("after the mine"), "nothing is known of what the Vatican uses");
    // Two rare earths stand above the cut; only the first is in the list, and the list says so.
    let text = stand(&world, "USA", "CHN", Lang::En);
    assert!(text.contains("; the highest of the rare earths)"), "{text}");
    let text = stand(&world, "USA", "CHN", Lang::De);
    assert!(text.contains("; höchster Wert der Gruppe Seltene Erden)"), "{text}");
}

#[test]
fn what_has_nothing_to_do_with_the_supplier_is_not_among_the_most_exposed() {
    let world = world();
    let result = world.ask("USA", "VAT");
    let input = world.briefing(&result);
    let context = Context::new(&input, Lang::En);
    assert_eq!(comparison::render(&context), "");
    assert!(!unknown::render(&context).contains("About the most exposed"));
    let result = world.ask("USA", "CHN");
    assert!(comparison::render(&Context::new(&world.briefing(&result), Lang::En)).contains("most exposed materials"));
}

#[test]
fn a_source_without_edition_has_no_empty_place() {
    let world = world();
    let result = world.ask("USA", "CHN");
    let input = world.briefing(&result);
    let mut context = Context::new(&input, Lang::En);
    let bare = adit_vocab::source::Source { edition: String::new(), ..context.sources[0].clone() };
    context.sources = vec![&bare];
    let text = method::render(&context);
    assert!(!text.contains(", .") && text.contains(&bare.title), "{text}");
}

#[test]
fn pages_are_whole_for_any_question() {
    let world = world();
    for (asker, against) in QUESTIONS {
        let result = world.ask(asker, against);
        for file in files(&world.briefing(&result)) {
            let text = String::from_utf8(file.bytes).expect("UTF-8");
            check_text(&format!("{asker} {against} {}", file.path), &text);
            if file.path.ends_with(".html") {
                check_page(&text);
            } else if file.path.ends_with(".svg") {
                check_picture(&text);
            }
        }
        for (id, _) in world.reference.materials.listed() {
            let result = world.ask_about(asker, against, &[id]);
            for file in files(&world.briefing(&result)) {
                check_text(&file.path, &String::from_utf8(file.bytes).expect("UTF-8"));
            }
        }
    }
}

fn check_text(name: &str, text: &str) {
    for mark in ["NaN", ">inf", "⟦", "{$", "{ $", "  %"] {
        assert!(!text.contains(mark), "`{mark}` in {name}");
    }
}

/// The page is well-formed as XML too, once the parts HTML leaves open are closed.
fn check_page(text: &str) {
    let body = text.replace("<!doctype html>", "");
    let closed: String = body
        .split_inclusive('>')
        .map(|tag| {
            let start = tag.rfind('<').unwrap_or(0);
            if tag[start..].starts_with("<meta") { format!("{}/>", &tag[..tag.len() - 1]) } else { tag.to_owned() }
        })
        .collect();
    let document = roxmltree::Document::parse(&closed).expect("well-formed");
    let count = |name: &str| document.descendants().filter(|node| node.has_tag_name(name)).count();
    assert_eq!((count("h1"), count("main"), count("script")), (1, 1, 0));
    let mut ids: Vec<&str> = document.descendants().filter_map(|node| node.attribute("id")).collect();
    let total = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), total, "ids are unique");
    for node in document.descendants() {
        for attribute in ["aria-labelledby", "href"] {
            for id in
                node.attribute(attribute).unwrap_or_default().split(' ').filter(|id| attribute != "href" || id.starts_with('#'))
            {
                let id = id.trim_start_matches('#');
                assert!(id.is_empty() || ids.binary_search(&id).is_ok(), "`{id}` exists");
            }
        }
        if node.has_tag_name("th") {
            assert!(node.attribute("scope").is_some());
        }
    }
}

fn check_picture(text: &str) {
    let document = roxmltree::Document::parse(text).expect("well-formed");
    let title = document.descendants().find(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "title")));
    assert!(title.and_then(|node| node.text()).is_some_and(|text| !text.is_empty()));
}

#[test]
fn what_is_not_known_is_said() {
    let world = world();
    let result = world.ask("USA", "CHN");
    let input = world.briefing(&result);
    let context = Context::new(&input, Lang::En);
    let gaps = items(&context);
    assert_eq!(
        gaps[0],
        "Nobody publishes output by country for cesium and rubidium. Without figures they are listed, not ranked, and they are not safe."
    );
    assert!(gaps.contains(&"For 3 of 9 materials trade is not observed at one stage or more (grade D).".to_owned()), "{gaps:?}");
    assert!(
        gaps.contains(
            &"Figures exist only for the rare earths together; the parts of the 2 named here are worked out from them."
                .to_owned()
        ),
        "{gaps:?}"
    );
}

#[test]
fn only_sources_that_were_used_are_listed() {
    let world = world();
    let result = world.ask("USA", "CHN");
    let input = world.briefing(&result);
    let ids: Vec<&str> = Context::new(&input, Lang::En).sources.iter().map(|source| source.id.as_str()).collect();
    assert_eq!(ids, ["usgs_mcs2026", "baci_v202601"]);
}

#[test]
fn the_chain_shows_the_group_of_the_most_exposed_or_what_was_asked_for() {
    let world = world();
    let result = world.ask("USA", "CHN");
    let mut input = world.briefing(&result);
    let shown = |input: &BriefingInput| input.focus.map(|focus| focus.entry.material);
    // Dysprosium comes first (grade D); its group is known better (grade C) and stands for it.
    assert_eq!(shown(&input), Some(world.material("rare_earths")));
    let text = chain::render(&Context::new(&input, Lang::De)).expect("a chain");
    assert!(text.contains("Eine Kette: Seltene Erden") && text.contains("Was die USA an Seltenen Erden verbrauchen"), "{text}");
    input.focus = world.focus(&result, Some(world.material("gallium")));
    assert_eq!(shown(&input), Some(world.material("gallium")));

    // For Japan against the DR Congo cobalt comes first, which has no group.
    let result = world.ask("JPN", "COD");
    assert_eq!(shown(&world.briefing(&result)), Some(world.material("cobalt")));
}

#[test]
fn the_chain_agrees_with_the_mixes() {
    let world = world();
    for (asker, against) in QUESTIONS {
        let result = world.ask(asker, against);
        for entry in &result.materials {
            let focus = world.focus(&result, Some(entry.material)).expect("a focus");
            let (Some(supply), Some(chain)) = (&entry.supply, &focus.chain) else {
                assert!(entry.supply.is_none() && focus.chain.is_none());
                continue;
            };
            let mixes =
                [(Link::Mine, supply.mine.as_ref()), (Link::Maker, Some(&supply.maker)), (Link::Seller, Some(&supply.direct))];
            for (link, mix) in mixes {
                // A bloc's direct supply is counted at its border, the chain's at its use.
                if link == Link::Seller && result.importer.country().is_none() {
                    continue;
                }
                let place = chain.links.iter().position(|known| *known == link);
                assert_eq!(place.is_some(), mix.is_some());
                let (Some(place), Some(mix)) = (place, mix) else { continue };
                for (country, share) in &mix.shares {
                    assert!((chain.share_of(place, *country) - share).abs() < 1e-9, "{asker} {link:?}");
                }
            }
        }
    }
}

#[test]
fn bands_fill_both_columns() {
    let world = world();
    for (asker, against) in QUESTIONS {
        let result = world.ask(asker, against);
        let input = world.briefing(&result);
        let Some(focus) = input.focus else { continue };
        let context = Context::new(&input, Lang::En);
        let Some(picture) = crate::charts::chain::picture(&context, focus) else { continue };
        assert!(picture.passages.iter().filter(|passage| passage.point).count() <= 1, "one thing in rust");
        for (place, passage) in picture.passages.iter().enumerate().filter(|(_, passage)| !passage.bands.is_empty()) {
            let [left, right] = [&picture.steps[place], &picture.steps[place + 1]];
            for (part, at) in left.parts.iter().zip(0..) {
                let leaves: f64 = passage.bands.iter().filter(|band| band.from == at).map(|band| band.share).sum();
                assert!((leaves - part.share).abs() < 0.005, "{asker} {against}: {leaves} of {}", part.share);
            }
            for (part, at) in right.parts.iter().zip(0..) {
                let arrives: f64 = passage.bands.iter().filter(|band| band.to == at).map(|band| band.share).sum();
                assert!((arrives - part.share).abs() < 0.005, "{asker} {against}: {arrives} of {}", part.share);
            }
        }
    }
}

#[test]
fn a_picture_says_under_which_licences_it_may_be_used() {
    let world = world();
    let result = world.ask("USA", "CHN");
    let input = world.briefing(&result);
    let line = Context::new(&input, Lang::En).licence_line();
    assert_eq!(
        line,
        "Data: U.S. Geological Survey (CC0), CEPII (Etalab 2.0). Figure: CC BY 4.0, made with Adit 0.1.0, data edition 2026.1."
    );
}
