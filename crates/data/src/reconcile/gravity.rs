//! Trade that nobody records: surplus goes to deficit, the more so the nearer (gravity rule with balanced margins).

use std::collections::BTreeMap;

use adit_vocab::country::{Countries, CountryId};

/// Mean radius of the earth, km (IUGG).
const EARTH_RADIUS_KM: f64 = 6371.0;
/// Rounds of balancing the margins; the error falls by orders of magnitude within ten.
const ROUNDS: usize = 40;

/// Distributes surpluses over deficits so that both margins hold (up to the smaller total), with weights
/// `max(distance, min_km)^-exponent` between the countries' label points.
pub fn gravity(
    surplus: &BTreeMap<CountryId, f64>,
    deficit: &BTreeMap<CountryId, f64>,
    exponent: f64,
    min_km: f64,
    countries: &Countries,
) -> BTreeMap<(CountryId, CountryId), f64> {
    let total = |side: &BTreeMap<CountryId, f64>| side.values().filter(|tonnes| **tonnes > 0.0).sum::<f64>();
    let moved = total(surplus).min(total(deficit));
    if moved <= 0.0 {
        return BTreeMap::new();
    }
    let scaled = |side: &BTreeMap<CountryId, f64>| -> Vec<(CountryId, f64)> {
        let scale = moved / total(side);
        side.iter().filter(|(_, tonnes)| **tonnes > 0.0).map(|(&country, &tonnes)| (country, tonnes * scale)).collect()
    };
    let (from, to) = (scaled(surplus), scaled(deficit));
    let mut flows: Vec<Vec<f64>> = from
        .iter()
        .map(|&(exporter, _)| {
            to.iter()
                .map(|&(importer, _)| {
                    if exporter == importer {
                        return 0.0;
                    }
                    distance_km(exporter, importer, countries).map_or(0.0, |km| km.max(min_km).powf(-exponent))
                })
                .collect()
        })
        .collect();
    for _ in 0..ROUNDS {
        for (row, &(_, tonnes)) in flows.iter_mut().zip(&from) {
            let sum: f64 = row.iter().sum();
            if sum > 0.0 {
                row.iter_mut().for_each(|flow| *flow *= tonnes / sum);
            }
        }
        for (column, &(_, tonnes)) in to.iter().enumerate() {
            let sum: f64 = flows.iter().map(|row| row[column]).sum();
            if sum > 0.0 {
                flows.iter_mut().for_each(|row| row[column] *= tonnes / sum);
            }
        }
    }
    let mut result = BTreeMap::new();
    for (row, &(exporter, _)) in flows.iter().zip(&from) {
        for (&flow, &(importer, _)) in row.iter().zip(&to) {
            if flow > 0.0 {
                result.insert((exporter, importer), flow);
            }
        }
    }
    result
}

/// Great-circle distance between label points; `None` where one is unknown.
fn distance_km(a: CountryId, b: CountryId, countries: &Countries) -> Option<f64> {
    let place = |id: CountryId| countries.get(id).lon.zip(countries.get(id).lat);
    let ((lon_a, lat_a), (lon_b, lat_b)) = (place(a)?, place(b)?);
    let (lat_a, lat_b) = (lat_a.to_radians(), lat_b.to_radians());
    let half =
        ((lat_a - lat_b) / 2.0).sin().powi(2) + lat_a.cos() * lat_b.cos() * ((lon_a - lon_b).to_radians() / 2.0).sin().powi(2);
    Some(2.0 * EARTH_RADIUS_KM * half.sqrt().min(1.0).asin())
}

#[cfg(test)]
mod tests {
    use adit_vocab::country::Country;

    use super::*;

    fn country(iso3: &str, lon: f64, lat: f64) -> Country {
        Country {
            iso3: iso3.into(),
            iso2: String::new(),
            m49: String::new(),
            name_en: iso3.into(),
            name_de: iso3.into(),
            aliases: String::new(),
            baci: String::new(),
            region: String::new(),
            lon: Some(lon),
            lat: Some(lat),
            eu27: 0,
            de_article: String::new(),
            de_plural: 0,
            en_article: String::new(),
        }
    }

    #[test]
    fn margins_hold_and_the_nearer_gets_more() {
        let countries = Countries::new(vec![country("AAA", 0.0, 0.0), country("BBB", 10.0, 0.0), country("CCC", 90.0, 0.0)]);
        let surplus = BTreeMap::from([(CountryId(0), 10.0), (CountryId(1), 10.0)]);
        let deficit = BTreeMap::from([(CountryId(1), 4.0), (CountryId(2), 16.0)]);
        let flows = gravity(&surplus, &deficit, 1.0, 300.0, &countries);
        let to = |importer| flows.iter().filter(|((_, to), _)| *to == importer).map(|(_, flow)| flow).sum::<f64>();
        assert!((to(CountryId(1)) - 4.0).abs() < 1e-9 && (to(CountryId(2)) - 16.0).abs() < 1e-9);
        assert!(!flows.contains_key(&(CountryId(1), CountryId(1))));
    }

    #[test]
    fn a_quarter_of_the_equator() {
        let countries = Countries::new(vec![country("AAA", 0.0, 0.0), country("BBB", 90.0, 0.0)]);
        let km = distance_km(CountryId(0), CountryId(1), &countries).expect("both have coordinates");
        assert!((km - 10_007.5).abs() < 1.0); // 6371 * pi / 2
    }

    #[test]
    fn nothing_to_move_gives_nothing() {
        assert!(gravity(&BTreeMap::new(), &BTreeMap::new(), 1.0, 300.0, &Countries::default()).is_empty());
    }
}
