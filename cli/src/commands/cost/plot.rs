//! The plot of `gsa cost`: time above, memory below, ours and the law of the published code.

use anyhow::Result;
use plotters::prelude::*;

use super::{Point, Sweep};
use crate::style::{Area, COLOURS, axes, svg, text};

const WIDTH: u32 = 1080;
const HEIGHT: u32 = 640;
const OURS: RGBColor = COLOURS[0];
const PUBLISHED: RGBColor = COLOURS[1];

/// A row of charts: what it shows, and the range of its axis.
struct Quantity {
    title: &'static str,
    range: [f64; 2],
    ours: fn(&Point) -> f64,
    published: fn(&Point) -> f64,
}

const QUANTITIES: [Quantity; 2] = [
    Quantity {
        title: "milliseconds",
        range: [1.0, 1e5],
        ours: |point| point.median_ms,
        published: |point| point.published_ms,
    },
    Quantity {
        title: "megabytes",
        range: [0.5, 5e4],
        ours: |point| point.memory_mb,
        published: |point| point.published_memory_mb,
    },
];

/// An SVG picture.
pub(super) fn plot(points: &[Point]) -> Result<String> {
    svg((WIDTH, HEIGHT), |root| draw(root, points))
}

fn draw(root: &Area<'_>, points: &[Point]) -> Result<(), Box<dyn std::error::Error>> {
    let (head, charts) = root.split_vertically(56);
    head.draw(&Text::new(
        "One answer of R4_SA while one thing grows: one thread of this processor, one picture",
        (64, 12),
        text(16),
    ))?;
    for (x, color, name) in [
        (64, OURS, "ours, measured; memory of the whole process"),
        (
            400,
            PUBLISHED,
            "law of the published code through its measured 5×5 R4_SA; memory of one layer's attention alone",
        ),
    ] {
        head.draw(&PathElement::new(vec![(x, 42), (x + 22, 42)], color.stroke_width(2)))?;
        head.draw(&Text::new(name, (x + 30, 34), text(13)))?;
    }
    let areas = charts.split_evenly((QUANTITIES.len(), Sweep::ALL.len()));
    for (row, quantity) in QUANTITIES.iter().enumerate() {
        for (column, sweep) in Sweep::ALL.into_iter().enumerate() {
            chart(&areas[row * Sweep::ALL.len() + column], points, sweep, quantity)?;
        }
    }
    Ok(())
}

fn chart(
    area: &Area<'_>,
    points: &[Point],
    sweep: Sweep,
    quantity: &Quantity,
) -> Result<(), Box<dyn std::error::Error>> {
    let points: Vec<&Point> = points.iter().filter(|point| point.sweep == sweep).collect();
    let most = points.iter().map(|point| point.value).max().unwrap_or(1) as f64;
    let [low, high] = quantity.range;
    let label = match sweep {
        Sweep::Group => "group elements",
        Sweep::Window => "side of the window (28: global)",
        Sweep::Side => "side of the picture",
    };
    let mut chart = ChartBuilder::on(area)
        .margin(12)
        .margin_right(20)
        .x_label_area_size(40)
        .y_label_area_size(58)
        .build_cartesian_2d(0.0..most * 1.04, (low..high).log_scale())?;
    axes(&mut chart, [label, quantity.title], &thousands)?;
    for (color, of) in [(PUBLISHED, quantity.published), (OURS, quantity.ours)] {
        let line: Vec<(f64, f64)> = points.iter().map(|point| (point.value as f64, of(point))).collect();
        let dots = line.iter().map(|&at| Circle::new(at, 3, color.filled()));
        chart.draw_series(LineSeries::new(line.iter().copied(), color.stroke_width(2)))?;
        chart.draw_series(dots)?;
    }
    Ok(())
}

/// 1, 10, 100, 1,000
fn thousands(number: f64) -> String {
    let digits = format!("{number:.0}");
    let (front, back) = digits.split_at(digits.len().saturating_sub(3));
    if front.is_empty() { back.to_owned() } else { format!("{front},{back}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plot_shows_every_point_of_both() {
        let points: Vec<Point> = Sweep::ALL
            .into_iter()
            .flat_map(|sweep| sweep.values().iter().map(move |&value| (sweep, value)))
            .map(|(sweep, value)| Point {
                sweep,
                value,
                median_ms: 10.0 + value as f64,
                memory_mb: 20.0,
                published_ms: 500.0,
                published_memory_mb: 50.0,
            })
            .collect();
        let svg = plot(&points).unwrap();
        assert_eq!(svg.matches("<circle").count(), 2 * QUANTITIES.len() * points.len());
        assert!(svg.starts_with("<svg") && svg.trim_end().ends_with("</svg>"));
        assert!(svg.contains("10,000") && !svg.contains("NaN"));
    }
}
