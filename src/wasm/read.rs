//! JavaScript values that anyone may have made, read without trust: what is not as it should be is an error that says so,
//! and nothing is copied before its size is known to be sensible.

use js_sys::{Array, ArrayBuffer, Float32Array, Object, Reflect, Symbol, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::ImageData;

use crate::config::{IndexRule, PositionRule};
use crate::error::{Error, Result, quoted};
use crate::image::{MAX_PICTURE_SIDE, MAX_POINTS, Point};
use crate::symmetry::GridSymmetry;
use crate::weights::{self, Variant};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = Float32Array)]
    type Copy;

    /// A copy has the length that it says, whatever a class derived from `Float32Array` says. Where the array's memory was
    /// given away, this throws; what is thrown past Rust would leave a model borrowed for ever.
    #[wasm_bindgen(constructor, catch, js_class = "Float32Array")]
    fn new(array: &JsValue) -> Result<Copy, JsValue>;

    #[wasm_bindgen(js_name = Uint8Array)]
    type Bytes;

    /// The same of bytes, of what is no list of them too: a buffer is looked at, numbers of another type are copied.
    #[wasm_bindgen(constructor, catch, js_class = "Uint8Array")]
    fn new(array: &JsValue) -> Result<Bytes, JsValue>;
}

/// The bytes of an `ArrayBuffer`, a `Uint8Array` or a `Uint8ClampedArray`.
fn bytes(value: &JsValue) -> Option<Uint8Array> {
    Bytes::new(value).ok().map(JsCast::unchecked_into)
}

/// A whole number from 0, for what counts things called `what`.
pub(super) fn index(what: &str, value: f64) -> Result<usize> {
    if value >= 0.0 && value <= f64::from(u32::MAX) && value.fract() == 0.0 {
        Ok(value as usize)
    } else {
        Err(Error::Input(format!("the {what} is {value}; expected a whole number from 0")))
    }
}

/// A layer and a channel of its output.
pub(super) fn channel(layer: f64, channel: f64) -> Result<[usize; 2]> {
    Ok([index("layer", layer)?, index("channel", channel)?])
}

/// A layer and a pixel of its input.
pub(super) fn pixel(layer: f64, row: f64, col: f64) -> Result<[usize; 3]> {
    Ok([index("layer", layer)?, index("row", row)?, index("column", col)?])
}

/// A change to a network; nothing where there is none.
pub(super) fn variant(value: &JsValue) -> Result<Variant> {
    let mut variant = Variant::default();
    if value.is_undefined() || value.is_null() {
        return Ok(variant);
    }
    let refused = |what: &str| {
        Error::Input(format!(
            "{what} in a variant of a network: expected {{ seed?: whole number, index?: 'exact' | 'published', positions?: 'turning' | 'still', rotations?: whole number }}"
        ))
    };
    let object = value.dyn_ref::<Object>().ok_or_else(|| refused("no object"))?;
    for name in Object::keys(object) {
        let name = name.as_string().unwrap_or_default();
        let set = Reflect::get(object, &name.as_str().into()).unwrap_or_default();
        if set.is_undefined() {
            continue;
        }
        match (name.as_str(), set.as_string().as_deref()) {
            ("seed", None) => variant.seed = Some(index("seed", set.as_f64().unwrap_or(f64::NAN))? as u64),
            ("index", Some("exact")) => variant.index = Some(IndexRule::Exact),
            ("index", Some("published")) => variant.index = Some(IndexRule::Published),
            ("positions", Some("turning")) => variant.positions = Some(PositionRule::Turning),
            ("positions", Some("still")) => variant.positions = Some(PositionRule::Still),
            ("rotations", None) => {
                variant.rotations = Some(index("number of rotations", set.as_f64().unwrap_or(f64::NAN))? as u32);
            }
            _ => return Err(refused(&quoted(&name))),
        }
    }
    Ok(variant)
}

/// A symmetry of the grid; any whole number of quarter turns.
pub(super) fn symmetry(quarter_turns: f64, mirror: bool) -> Result<GridSymmetry> {
    let quarter_turns = index("number of quarter turns", quarter_turns.rem_euclid(4.0))? as u8;
    Ok(GridSymmetry { quarter_turns, mirror })
}

/// The numbers of a `Float32Array`, whose length `check` has accepted.
pub(super) fn floats(what: &str, value: &JsValue, check: impl FnOnce(usize) -> Result<()>) -> Result<Vec<f32>> {
    if !is_typed_array(value, "Float32Array") {
        return Err(Error::Input(format!("the {what} are {}; expected a Float32Array", kind(value))));
    }
    let copy = Copy::new(value).map_err(|_| Error::Input(format!("the {what} can't be read")))?;
    let array: &Float32Array = copy.unchecked_ref();
    check(array.length() as usize)?;
    Ok(array.to_vec())
}

/// Coordinates of relative positions.
pub(super) fn coordinates(value: &JsValue) -> Result<Vec<f64>> {
    let coordinates = floats("coordinates", value, |length| {
        let fits = (1..=MAX_COORDINATES).contains(&length);
        fits.then_some(()).ok_or_else(|| Error::Input(format!("{length} coordinates: 1 to {MAX_COORDINATES} are read")))
    })?;
    Ok(coordinates.into_iter().map(f64::from).collect())
}

/// Of which encodings are asked for at once.
const MAX_COORDINATES: usize = 100_000;

/// The bytes of a model file.
pub(super) fn model_bytes(value: &JsValue) -> Result<Vec<u8>> {
    if !value.is_instance_of::<ArrayBuffer>() && !is_typed_array(value, "Uint8Array") {
        return Err(Error::ModelFile(format!("its bytes are {}; expected a Uint8Array", kind(value))));
    }
    let bytes = bytes(value).ok_or_else(|| Error::ModelFile("its bytes can't be read: they were given away".into()))?;
    let length = bytes.length() as usize;
    if length > weights::MAX_FILE {
        return Err(Error::ModelFile(format!("it has {length} bytes, more than the limit of {}", weights::MAX_FILE)));
    }
    Ok(bytes.to_vec())
}

/// Whether a picture may have these rows and columns, and has as many pixels.
pub(super) fn check_size([rows, cols]: [usize; 2], pixels: usize) -> Result<()> {
    if rows <= MAX_PICTURE_SIDE && cols <= MAX_PICTURE_SIDE && rows * cols == pixels {
        return Ok(());
    }
    Err(Error::Input(format!(
        "{pixels} pixels for a picture of {rows}×{cols}, which may have up to {MAX_PICTURE_SIDE} rows and columns"
    )))
}

/// Rows and columns of what is given for an `ImageData`, and its red, green, blue and alpha.
pub(super) fn image(image: &ImageData) -> Result<([usize; 2], Vec<u8>)> {
    let get = |name: &str| Reflect::get(image, &name.into()).unwrap_or_default();
    let data = get("data");
    if !is_typed_array(&data, "Uint8ClampedArray") {
        return Err(Error::Input(format!("the picture is {}; expected an ImageData", kind(image))));
    }
    let side = |name| index(name, get(name).as_f64().unwrap_or(f64::NAN));
    let size = [side("height")?, side("width")?];
    let bytes = bytes(&data).ok_or_else(|| Error::Input("the picture can't be read".into()))?;
    check_size(size, bytes.length() as usize / 4)?;
    Ok((size, bytes.to_vec()))
}

/// How light pixels of red, green, blue and alpha are on white paper, 0 to 1; weights of ITU-R BT.601.
pub(super) fn on_white_paper(rgba: &[u8]) -> Vec<f32> {
    let lightness = |pixel: &[u8; 4]| {
        let [red, green, blue, alpha] = pixel.map(|x| f32::from(x) / 255.0);
        1.0 - alpha + alpha * (0.299 * red + 0.587 * green + 0.114 * blue).min(1.0)
    };
    rgba.as_chunks().0.iter().map(lightness).collect()
}

/// Lists of points `{x, y}`.
pub(super) fn strokes(value: &JsValue) -> Result<Vec<Vec<Point>>> {
    let (mut strokes_left, mut points_left) = (MAX_POINTS, MAX_POINTS);
    list(value, "the drawing", "strokes", &mut strokes_left, |stroke, s| {
        list(stroke, &format!("stroke {s}"), "points", &mut points_left, |point, p| {
            let coordinate = |axis: &str| {
                let number = Reflect::get(point, &axis.into()).ok().and_then(|number| number.as_f64());
                number.map(|number| number as f32).ok_or_else(|| {
                    Error::Input(format!(
                        "point {p} of stroke {s} has no number `{axis}`; expected points such as {{x: 0.5, y: 0.5}}"
                    ))
                })
            };
            Ok(Point { x: coordinate("x")?, y: coordinate("y")? })
        })
    })
}

/// The `entries` of an array, each read by `read`. All arrays of their kind together may have `left`.
fn list<T>(
    value: &JsValue,
    what: &str,
    entries: &str,
    left: &mut usize,
    mut read: impl FnMut(&JsValue, u32) -> Result<T>,
) -> Result<Vec<T>> {
    if !Array::is_array(value) {
        return Err(Error::Input(format!("{what} is {}; expected an array", kind(value))));
    }
    // By reflection, because a proxy may throw.
    let broken = |_| Error::Input(format!("{what} can't be read"));
    let length = Reflect::get(value, &"length".into()).map_err(broken)?.as_f64().unwrap_or(0.0);
    if length > *left as f64 {
        let problem = format!("{what} has {length} {entries}, and a drawing may have {MAX_POINTS} in all");
        return Err(Error::Input(problem));
    }
    *left -= length as usize;
    (0..length as u32).map(|i| read(&Reflect::get_u32(value, i).map_err(broken)?, i)).collect()
}

/// Whether a value is a typed array of that name, of this page or of another frame.
fn is_typed_array(value: &JsValue, name: &str) -> bool {
    let tag = || Reflect::get(value, &Symbol::to_string_tag()).ok().and_then(|tag| tag.as_string());
    ArrayBuffer::is_view(value) && tag().is_some_and(|tag| tag == name)
}

/// What a value is, in words for an error.
fn kind(value: &JsValue) -> String {
    if value.is_null() {
        return "null".to_owned();
    }
    let tag = Reflect::get(value, &Symbol::to_string_tag()).ok().and_then(|tag| tag.as_string());
    tag.or_else(|| Array::is_array(value).then(|| "Array".to_owned()))
        .or_else(|| value.js_typeof().as_string())
        .unwrap_or_else(|| "unknown".to_owned())
}
