//! The world in one picture: land by class, without Antarctica, in the Equal Earth projection.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use adit_vocab::country::CountryId;
use adit_vocab::geometry::Outline;
use adit_vocab::reference::Reference;

use super::svg::Panel;
use crate::context::Context;

/// Width of the picture: two panels.
const WIDTH: f64 = 2.0 * super::svg::PANEL;

/// Edges of the picture in units of the projection, so that all land but Antarctica is inside.
const WEST: f64 = -2.34;
const EAST: f64 = 2.68;
const NORTH: f64 = 1.315;
const SOUTH: f64 = -1.045;

/// Steps a unit of the picture is divided into; coordinates are whole steps.
const STEPS: f64 = 2.0;

/// Fewest points of a ring that is drawn.
const LEAST_RING: usize = 3;

/// Classes of land: plain, then by step.
const CLASSES: [&str; 5] = ["m0", "m1", "m2", "m3", "m4"];

/// The land that is not shown.
const ANTARCTICA: &str = "ATA";

/// Draws the world. `class` gives the step of a country, 0 for plain land; the askers' land gets an outline.
pub fn world(context: &Context, title: String, desc: String, class: &dyn Fn(CountryId) -> usize) -> Panel {
    let mut panel = empty(WIDTH, title, desc);
    let home = |country| context.exposure.importer.has(country);
    let fill = |country| CLASSES[class(country).min(CLASSES.len() - 1)];
    land(&mut panel, &context.input.geometry.outlines, context.reference, (&fill, &home), false);
    panel
}

/// A panel as high as the world is at its width.
pub(super) fn empty(width: f64, title: String, desc: String) -> Panel {
    Panel::new(width, ((NORTH - SOUTH) * scale(width)).ceil(), title, desc)
}

/// Draws the land over the whole width of a panel of [`empty`]. `fill` gives the class of a country; land to which nobody gives
/// a code is plain. `outlined` land gets an outline. Drawn `apart`, each country is a shape that names it, for pages on which
/// countries are chosen.
pub(super) fn land(
    panel: &mut Panel,
    outlines: &[Outline],
    reference: &Reference,
    (fill, outlined): (&dyn Fn(CountryId) -> &'static str, &dyn Fn(CountryId) -> bool),
    apart: bool,
) {
    let scale = scale(panel.width);
    let mut paths: BTreeMap<(&str, &str), String> = BTreeMap::new();
    let mut home = String::new();
    for Outline { country, rings } in outlines {
        if country.is_some_and(|country| reference.countries.get(country).iso3 == ANTARCTICA) {
            continue;
        }
        let path: String = rings.iter().map(|ring| drawn(ring, scale * STEPS)).collect();
        let code = country.filter(|_| apart).map_or("", |country| reference.countries.get(country).iso3.as_str());
        paths.entry((country.map_or(CLASSES[0], fill), code)).or_default().push_str(&path);
        if country.is_some_and(outlined) {
            home.push_str(&path);
        }
    }
    let mut body = format!("<g class=\"map\" transform=\"scale({})\">", 1.0 / STEPS);
    for ((class, code), path) in paths.iter().filter(|(_, path)| !path.is_empty()) {
        let named = if code.is_empty() { String::new() } else { format!(" data-country=\"{code}\"") };
        let _ = write!(body, "<path class=\"{class}\"{named} d=\"{path}\"/>");
    }
    if !home.is_empty() {
        let _ = write!(body, "<path class=\"home\" d=\"{home}\"/>");
    }
    body.push_str("</g>");
    panel.raw(&body);
}

/// Where the middle of a country's largest piece of land lies on a map of this width: the centroid of the ring with the largest
/// area. `None` for a country without outline; at the scale of the outlines the smallest have none.
pub(super) fn middle(outlines: &[Outline], country: CountryId, width: f64) -> Option<(f64, f64)> {
    let own = outlines.iter().filter(|outline| outline.country == Some(country));
    let rings = own.flat_map(|outline| &outline.rings).map(|ring| {
        let points: Vec<(f64, f64)> = unwrapped(ring).iter().map(|&[lon, lat]| place(lon, lat, width)).collect();
        centroid(&points)
    });
    let largest = rings.flatten().max_by(|a, b| a.0.total_cmp(&b.0))?;
    Some(largest.1)
}

/// Where a point of the earth lies on a map of this width; longitude and latitude in degrees.
pub(super) fn place(lon: f64, lat: f64, width: f64) -> (f64, f64) {
    let (x, y) = equal_earth(lon.to_radians(), lat.to_radians());
    ((x - WEST) * scale(width), (NORTH - y) * scale(width))
}

/// Units of a picture in a unit of the projection.
fn scale(width: f64) -> f64 {
    width / (EAST - WEST)
}

/// Area and centroid of a polygon whose last point is its first; `None` without area.
fn centroid(points: &[(f64, f64)]) -> Option<(f64, (f64, f64))> {
    let first = points.first()?;
    let (mut area, mut x, mut y) = (0.0, 0.0, 0.0);
    // from the first point, so that little is lost to rounding
    for pair in points.windows(2) {
        let (a, b) = ((pair[0].0 - first.0, pair[0].1 - first.1), (pair[1].0 - first.0, pair[1].1 - first.1));
        let twice = a.0 * b.1 - b.0 * a.1;
        area += twice / 2.0;
        x += (a.0 + b.0) * twice / 6.0;
        y += (a.1 + b.1) * twice / 6.0;
    }
    (area != 0.0).then(|| (area.abs(), (first.0 + x / area, first.1 + y / area)))
}

/// A ring as a path of whole steps, each point relative to the one before.
fn drawn(ring: &[[f64; 2]], scale: f64) -> String {
    let mut points: Vec<(i64, i64)> = Vec::new();
    for [lon, lat] in unwrapped(ring) {
        let (x, y) = equal_earth(lon.to_radians(), lat.to_radians());
        let point = (((x - WEST) * scale).round() as i64, ((NORTH - y) * scale).round() as i64);
        if points.last() != Some(&point) {
            points.push(point);
        }
    }
    if points.len() > 1 && points.first() == points.last() {
        points.pop();
    }
    if points.len() < LEAST_RING {
        return String::new();
    }
    let mut path = format!("M{} {}l", points[0].0, points[0].1);
    for pair in points.windows(2) {
        for (place, step) in [pair[1].0 - pair[0].0, pair[1].1 - pair[0].1].into_iter().enumerate() {
            let first = place == 0 && path.ends_with('l');
            if step >= 0 && !first {
                path.push(' ');
            }
            let _ = write!(path, "{step}");
        }
    }
    path.push('z');
    path
}

/// A ring that crosses the date line goes on beyond 180 degrees instead of jumping across the picture.
fn unwrapped(ring: &[[f64; 2]]) -> Vec<[f64; 2]> {
    let mut turn = 0.0;
    let mut last: Option<f64> = None;
    let mut points: Vec<[f64; 2]> = ring
        .iter()
        .map(|&[lon, lat]| {
            turn -= last.map_or(0.0, |last| ((lon - last) / 360.0).round() * 360.0);
            last = Some(lon);
            [lon + turn, lat]
        })
        .collect();
    let middle = points.iter().map(|point| point[0]).sum::<f64>() / points.len().max(1) as f64;
    let back = (middle / 360.0).round() * 360.0;
    points.iter_mut().for_each(|point| point[0] -= back);
    points
}

/// The Equal Earth projection of longitude and latitude in radians.
///
/// Šavrič, B., Patterson, T., Jenny, B. (2018): The Equal Earth map projection, International Journal of Geographical
/// Information Science 33(3), 454-465, equations 1 to 3.
fn equal_earth(lon: f64, lat: f64) -> (f64, f64) {
    const A: [f64; 4] = [1.340264, -0.081106, 0.000893, 0.003796];
    let root = 3f64.sqrt();
    let theta = (root / 2.0 * lat.sin()).asin();
    let (t2, t6) = (theta.powi(2), theta.powi(6));
    let slope = A[0] + 3.0 * A[1] * t2 + t6 * (7.0 * A[2] + 9.0 * A[3] * t2);
    (2.0 * lon * theta.cos() / (root * slope), theta * (A[0] + A[1] * t2 + t6 * (A[2] + A[3] * t2)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_projection_at_its_corners() {
        use std::f64::consts::{FRAC_PI_2, PI};
        let close = |a: (f64, f64), b: (f64, f64)| assert!((a.0 - b.0).abs() < 1e-6 && (a.1 - b.1).abs() < 1e-6, "{a:?} {b:?}");
        close(equal_earth(0.0, 0.0), (0.0, 0.0));
        // At the equator theta is 0, so x = 2 pi / (sqrt 3 * 1.340264) = 2.706630.
        close(equal_earth(PI, 0.0), (2.706_629_983_696, 0.0));
        // At the pole theta is pi/3 and y = 1.047198 (1.340264 - 0.081106 * 1.096623 + 1.318802 (0.000893 + 0.003796 * 1.096623)).
        close(equal_earth(0.0, FRAC_PI_2), (0.0, 1.317_362_759_157));
        // The pole is a line 0.59 times as long as the equator (section 3 of the article).
        assert!((equal_earth(PI, FRAC_PI_2).0 / equal_earth(PI, 0.0).0 - 0.59).abs() < 0.005);
    }

    #[test]
    fn equal_areas_stay_equal() {
        // A narrow cell's area on the map over its area on the globe, d lon * d sin(lat), is the same everywhere.
        let ratio = |lat: f64| {
            let d = 1e-4;
            let (low, high) = (equal_earth(d, lat - d / 2.0), equal_earth(d, lat + d / 2.0));
            (low.0 + high.0) / 2.0 * (high.1 - low.1) / (d * ((lat + d / 2.0).sin() - (lat - d / 2.0).sin()))
        };
        for lat in [0.2, 0.6, 1.0, 1.4] {
            assert!((ratio(lat) - ratio(0.0)).abs() < 1e-5, "{lat}: {}", ratio(lat));
        }
    }

    #[test]
    fn rings_go_on_at_the_date_line() {
        let ring = [[170.0, 60.0], [-170.0, 60.0], [-170.0, 65.0], [170.0, 65.0], [170.0, 60.0]];
        let lons: Vec<f64> = unwrapped(&ring).iter().map(|point| point[0]).collect();
        assert_eq!(lons, [170.0, 190.0, 190.0, 170.0, 170.0]);
        // Begun on the other side it still lies where most of it is.
        let ring = [[-179.0, 60.0], [170.0, 60.0], [160.0, 65.0], [-179.0, 65.0], [-179.0, 60.0]];
        let lons: Vec<f64> = unwrapped(&ring).iter().map(|point| point[0]).collect();
        assert_eq!(lons, [181.0, 170.0, 160.0, 181.0, 181.0]);
    }

    #[test]
    fn the_middle_is_that_of_the_largest_piece() {
        let square = |west: f64, size: f64| {
            vec![[west, -size], [west + 2.0 * size, -size], [west + 2.0 * size, size], [west, size], [west, -size]]
        };
        let outlines = [Outline { country: Some(CountryId(1)), rings: vec![square(-100.0, 2.0), square(10.0, 5.0)] }];
        let (x, y) = middle(&outlines, CountryId(1), 720.0).expect("it has an outline");
        // 10 to 20 degrees east and as far south as north; meridians bend a little
        let expected = place(15.0, 0.0, 720.0);
        assert!((x - expected.0).abs() < 0.1 && (y - expected.1).abs() < 1e-6, "{x} {y} {expected:?}");
        assert_eq!(middle(&outlines, CountryId(2), 720.0), None);
    }

    #[test]
    fn paths_are_short() {
        let square = [[0.0, 0.0], [10.0, 0.0], [10.0, 10.0], [0.0, 10.0], [0.0, 0.0]];
        assert_eq!(drawn(&square, 10.0), "M23 13l2 0 0-2-2 0z");
        assert_eq!(drawn(&[[0.0, 0.0], [0.1, 0.0], [0.0, 0.1], [0.0, 0.0]], 10.0), "");
    }
}
