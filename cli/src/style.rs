//! How the plots look.

use plotters::coord::ranged1d::{Ranged, ValueFormatter};
use plotters::prelude::*;

pub(crate) const FONT: &str = "system-ui, sans-serif";
pub(crate) const INK: RGBColor = RGBColor(40, 44, 52);
pub(crate) const GRID: RGBColor = RGBColor(226, 229, 234);

/// Colours of Okabe and Ito, told apart by everyone; the first two are blue and vermilion.
pub(crate) const COLOURS: [RGBColor; 7] = [
    RGBColor(0, 114, 178),
    RGBColor(213, 94, 0),
    RGBColor(0, 158, 115),
    RGBColor(204, 121, 167),
    RGBColor(230, 159, 0),
    RGBColor(86, 180, 233),
    RGBColor(0, 0, 0),
];

/// Text of so many pixels.
pub(crate) fn text(size: i32) -> TextStyle<'static> {
    TextStyle::from((FONT, size).into_font()).color(&INK)
}

/// An area of an SVG picture.
pub(crate) type Area<'s> = DrawingArea<SVGBackend<'s>, plotters::coord::Shift>;

/// Axes with their names, and lines across where there are values.
pub(crate) fn axes<X, Y>(
    chart: &mut ChartContext<'_, SVGBackend<'_>, Cartesian2d<X, Y>>,
    [x_name, y_name]: [&str; 2],
    y_label: &dyn Fn(f64) -> String,
) -> Result<(), Box<dyn std::error::Error>>
where
    X: Ranged<ValueType = f64> + ValueFormatter<f64>,
    Y: Ranged<ValueType = f64> + ValueFormatter<f64>,
{
    chart
        .configure_mesh()
        .disable_x_mesh()
        .light_line_style(TRANSPARENT)
        .bold_line_style(GRID)
        .axis_style(GRID)
        .label_style(text(12))
        .axis_desc_style(text(12))
        .x_desc(x_name)
        .y_desc(y_name)
        .x_labels(6)
        .y_labels(6)
        .x_label_formatter(&|x| format!("{x:.0}"))
        .y_label_formatter(&|y| y_label(*y))
        .draw()?;
    Ok(())
}

/// An SVG picture of so many pixels, white before `draw` draws on it.
pub(crate) fn svg(
    size: (u32, u32),
    draw: impl FnOnce(&Area<'_>) -> Result<(), Box<dyn std::error::Error>>,
) -> anyhow::Result<String> {
    let mut svg = String::new();
    {
        let root = SVGBackend::with_string(&mut svg, size).into_drawing_area();
        let failed = |error: &dyn std::fmt::Display| anyhow::anyhow!("drawing the plot: {error}");
        root.fill(&WHITE).map_err(|error| failed(&error))?;
        draw(&root).map_err(|error| failed(&error))?;
        root.present().map_err(|error| failed(&error))?;
    }
    Ok(svg)
}
