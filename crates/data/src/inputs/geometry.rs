//! `geography/countries-110m.json`: outlines of countries as TopoJSON; a shape's id is its M49 code.
//!
//! Format: <https://github.com/topojson/topojson-specification>. A border two countries share is one arc; a ring is a list
//! of arcs, where `~i` (that is, -1 - i) means arc `i` run backwards. With a `transform`, points are steps of whole numbers.

use adit_vocab::country::Countries;
use adit_vocab::geometry::{Geometry, Outline};
use adit_vocab::problem::Problem;
use serde::Deserialize;

use super::encoding;
use crate::checks::nearest;
use crate::files::{FileSet, json_reason};

/// The file.
pub const FILE: &str = "geography/countries-110m.json";

/// Degrees by which a point may lie outside the globe from rounding.
const ROUNDING: f64 = 1e-6;

/// Fewest points of a closed ring.
const LEAST_RING: usize = 4;

type Point = [f64; 2];

#[derive(Deserialize)]
struct Topology {
    objects: Objects,
    arcs: Vec<Vec<Point>>,
    transform: Option<Transform>,
}

#[derive(Deserialize)]
struct Objects {
    countries: Collection,
}

#[derive(Deserialize)]
struct Collection {
    geometries: Vec<Shape>,
}

#[derive(Deserialize)]
struct Transform {
    scale: Point,
    translate: Point,
}

#[derive(Deserialize)]
struct Shape {
    id: Option<String>,
    #[serde(flatten)]
    form: Form,
}

#[derive(Deserialize)]
#[serde(tag = "type", content = "arcs")]
enum Form {
    Polygon(Vec<Vec<i64>>),
    MultiPolygon(Vec<Vec<Vec<i64>>>),
}

/// Reads the outlines.
pub fn geometry(files: &FileSet, countries: &Countries, problems: &mut Vec<Problem>) -> Geometry {
    let shown = files.shown(FILE);
    let topology = match parse(files, &shown) {
        Ok(topology) => topology,
        Err(problem) => {
            problems.push(problem);
            return Geometry::default();
        }
    };
    let arcs: Vec<Vec<Point>> = topology.arcs.iter().map(|arc| unpacked(arc, topology.transform.as_ref())).collect();
    for (place, arc) in arcs.iter().enumerate() {
        let outside = |[lon, lat]: &&Point| !(lon.abs() <= 180.0 + ROUNDING && lat.abs() <= 90.0 + ROUNDING);
        if let Some([lon, lat]) = arc.iter().find(outside) {
            let expected = "longitudes of at most 180 and latitudes of at most 90 degrees";
            problems.push(Problem::new(&shown, format!("arcs[{place}]"), format!("{lon}, {lat}"), expected));
        }
    }
    let mut outlines = Vec::new();
    for (place, shape) in topology.objects.countries.geometries.iter().enumerate() {
        let place = format!("countries[{place}]");
        let country = shape.id.as_deref().and_then(|id| {
            let found = countries.iter().find(|(_, country)| country.m49 == id).map(|(country, _)| country);
            if found.is_none() {
                let known = countries.iter().map(|(_, country)| (country.m49.as_str(), country.m49.as_str()));
                let expected = format!("an M49 code of countries.csv{}", nearest(id, known));
                problems.push(Problem::new(&shown, &place, format!("`{id}`"), expected));
            }
            found
        });
        let parts: Vec<&Vec<i64>> = match &shape.form {
            Form::Polygon(rings) => rings.iter().collect(),
            Form::MultiPolygon(polygons) => polygons.iter().flatten().collect(),
        };
        let mut rings = Vec::new();
        for part in parts {
            match joined(part, &arcs) {
                Ok(ring) => rings.push(ring),
                Err((found, expected)) => problems.push(Problem::new(&shown, &place, found, expected)),
            }
        }
        outlines.push(Outline { country, rings });
    }
    Geometry { outlines }
}

fn parse(files: &FileSet, shown: &str) -> Result<Topology, Problem> {
    let bytes = files.read(FILE)?;
    let text = encoding::text(shown, &bytes)?;
    serde_json::from_str(text).map_err(|error| {
        let place = format!("line {} column {}", error.line(), error.column());
        Problem::new(shown, place, json_reason(&error), "TopoJSON with an object `countries` of polygons")
    })
}

/// The points of an arc in degrees. With a transform each point is a step from the one before.
fn unpacked(arc: &[Point], transform: Option<&Transform>) -> Vec<Point> {
    let Some(Transform { scale, translate }) = transform else { return arc.to_vec() };
    let mut at = [0.0, 0.0];
    let step = |[x, y]: &Point| {
        at = [at[0] + x, at[1] + y];
        [at[0] * scale[0] + translate[0], at[1] * scale[1] + translate[1]]
    };
    arc.iter().map(step).collect()
}

/// A ring from its arcs; where two meet, their common point stands once.
fn joined(part: &[i64], arcs: &[Vec<Point>]) -> Result<Vec<Point>, (String, String)> {
    let mut ring: Vec<Point> = Vec::new();
    for &number in part {
        let (index, backwards) = if number < 0 { (!number, true) } else { (number, false) };
        let arc = usize::try_from(index).ok().and_then(|index| arcs.get(index));
        let arc = arc.ok_or_else(|| (format!("arc {number}"), format!("an arc of the {} in the file", arcs.len())))?;
        let skip = usize::from(!ring.is_empty());
        if backwards { ring.extend(arc.iter().rev().skip(skip)) } else { ring.extend(arc.iter().skip(skip)) }
    }
    if ring.len() < LEAST_RING || ring.first() != ring.last() {
        return Err((format!("a ring of {} points that is not closed", ring.len()), "a closed ring".to_owned()));
    }
    Ok(ring)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::inputs::countries::countries;

    /// Two squares that share a border, the second with its own three sides and the border run backwards.
    const SQUARES: &str = r#"{"type":"Topology","transform":{"scale":[0.5,1],"translate":[10,-5]},
        "arcs":[[[2,0],[0,1]],[[2,1],[-2,0],[0,-1],[2,0]],[[2,0],[2,0],[0,1],[-2,0]]],
        "objects":{"countries":{"type":"GeometryCollection","geometries":[
        {"type":"Polygon","arcs":[[0,1]],"id":"276"},{"type":"MultiPolygon","arcs":[[[2,-1]]],"properties":{}}]}}}"#;

    fn read(text: &str) -> (Geometry, Vec<Problem>) {
        let place = tempfile::tempdir().expect("a temporary directory");
        fs::create_dir(place.path().join("geography")).expect("writable");
        fs::write(place.path().join(FILE), text).expect("writable");
        let mut problems = Vec::new();
        let known = countries(&FileSet::embedded(), &mut problems);
        let geometry = geometry(&FileSet::at(place.path()), &known, &mut problems);
        (geometry, problems)
    }

    #[test]
    fn arcs_become_rings_in_degrees() {
        let (found, problems) = read(SQUARES);
        assert!(problems.is_empty(), "{problems:?}");
        // Steps of 0.5 degrees east and 1 north, from 10 east, 5 south: the border runs from (11, -5) to (11, -4).
        assert_eq!(found.outlines[0].rings[0], [[11.0, -5.0], [11.0, -4.0], [10.0, -4.0], [10.0, -5.0], [11.0, -5.0]]);
        assert_eq!(found.outlines[1].rings[0], [[11.0, -5.0], [12.0, -5.0], [12.0, -4.0], [11.0, -4.0], [11.0, -5.0]]);
        assert!(found.outlines[0].country.is_some() && found.outlines[1].country.is_none());
    }

    #[test]
    fn every_problem_is_named() {
        let (_, problems) = read(&SQUARES.replace("276", "9x9").replace("[2,-1]", "[2,-9]").replace("[10,-5]", "[200,-5]"));
        let lines: Vec<String> = problems.iter().map(Problem::to_string).collect();
        assert_eq!(lines.len(), 5, "{lines:#?}");
        assert!(lines[0].contains("arcs[0]: 201, -5") && lines[3].contains("countries[0]: `9x9`"), "{lines:#?}");
        assert!(lines[4].contains("countries[1]: arc -9; expected an arc of the 3"), "{lines:#?}");
        let (_, problems) = read(&SQUARES[..SQUARES.len() / 2]);
        assert!(problems.len() == 1 && problems[0].place.starts_with("line "), "{problems:?}");
    }

    #[test]
    fn the_world_inside_the_program() {
        let mut problems = Vec::new();
        let files = FileSet::embedded();
        let known = countries(&files, &mut problems);
        let world = geometry(&files, &known, &mut problems);
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!((world.outlines.len(), world.outlines.iter().filter(|one| one.country.is_none()).count()), (177, 3));
    }
}
