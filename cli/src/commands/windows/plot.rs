//! The plot of `gsa windows`: accuracy above, time of an epoch below.

use anyhow::Result;
use plotters::prelude::*;

use super::Point;
use crate::style::{Area, COLOURS, axes, svg, text};

const SIZE: (u32, u32) = (760, 640);
const OURS: RGBColor = COLOURS[0];
const PUBLISHED: RGBColor = COLOURS[1];

/// An SVG picture.
pub(super) fn plot(points: &[Point], threads: usize) -> Result<String> {
    svg(SIZE, |root| draw(root, points, threads))
}

fn draw(root: &Area<'_>, points: &[Point], threads: usize) -> Result<(), Box<dyn std::error::Error>> {
    let (head, charts) = root.split_vertically(56);
    head.draw(&Text::new("R4_SA on rotated MNIST as its attention window grows", (64, 12), text(16)))?;
    for (x, colour, name) in [(64, OURS, "ours"), (150, PUBLISHED, "paper, best test epoch of 300")] {
        head.draw(&PathElement::new(vec![(x, 42), (x + 22, 42)], colour.stroke_width(2)))?;
        head.draw(&Text::new(name, (x + 30, 34), text(13)))?;
    }
    let areas = charts.split_evenly((2, 1));
    let side = |point: &Point| point.window as f64;
    let ours = points.iter().filter_map(|point| Some((side(point), point.percent?))).collect();
    let published = points.iter().map(|point| (side(point), point.published_percent)).collect();
    let accuracies = [(PUBLISHED, published), (OURS, ours)];
    let percents = || accuracies.iter().flat_map(|(_, line): &(_, Vec<(f64, f64)>)| line).map(|(_, percent)| *percent);
    let range = percents().fold(100.0, f64::min).floor()..percents().fold(0.0, f64::max).ceil();
    chart(&areas[0], range, "per cent of the test digits", &|y| format!("{y:.1}"), &accuracies)?;
    let minutes: Vec<(f64, f64)> = points.iter().map(|point| (side(point), point.minutes)).collect();
    let most = minutes.iter().fold(0.0, |most, (_, minutes)| f64::max(most, *minutes));
    let title = format!("minutes an epoch, {threads} {}", if threads == 1 { "thread" } else { "threads" });
    chart(&areas[1], 0.0..1.1 * most, &title, &|y| format!("{y:.0}"), &[(OURS, minutes)])
}

fn chart(
    area: &Area<'_>,
    range: std::ops::Range<f64>,
    title: &str,
    label: &dyn Fn(f64) -> String,
    lines: &[(RGBColor, Vec<(f64, f64)>)],
) -> Result<(), Box<dyn std::error::Error>> {
    let mut chart = ChartBuilder::on(area)
        .margin(12)
        .margin_right(20)
        .x_label_area_size(40)
        .y_label_area_size(58)
        .build_cartesian_2d(0.0..29.0, range)?;
    axes(&mut chart, ["side of the window (28: global)", title], label)?;
    for (colour, line) in lines {
        chart.draw_series(LineSeries::new(line.iter().copied(), colour.stroke_width(2)))?;
        chart.draw_series(line.iter().map(|&at| Circle::new(at, 3, colour.filled())))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plot_shows_every_window_of_both() {
        let point = |window, percent| Point { window, published_percent: 97.25, percent, minutes: window as f64 };
        let svg = plot(&[point(3, Some(96.5)), point(5, Some(97.5)), point(28, None)], 2).unwrap();
        assert_eq!(svg.matches("<circle").count(), 3 + 2 + 3);
        assert!(svg.trim_end().ends_with("</svg>") && !svg.contains("NaN"));
    }
}
