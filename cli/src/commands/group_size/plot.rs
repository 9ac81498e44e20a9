//! The plot of `gsa group-size`: right answers against the number of rotations.

use anyhow::Result;
use plotters::prelude::*;

use super::{Line, Point};
use crate::style::{Area, COLOURS, axes, svg, text};

const WIDTH: u32 = 760;
const CHART: u32 = 320;
/// Above the chart: a title, and a line for each network.
const TITLE: u32 = 40;
const LEGEND: u32 = 20;

/// An SVG picture.
pub(super) fn plot(lines: &[Line]) -> Result<String> {
    let head = TITLE + LEGEND * lines.len() as u32;
    svg((WIDTH, head + CHART), |root| draw(root, head, lines))
}

fn draw(root: &Area<'_>, head: u32, lines: &[Line]) -> Result<(), Box<dyn std::error::Error>> {
    let colour = |at: usize| COLOURS[at % COLOURS.len()];
    let (head, chart) = root.split_vertically(head);
    head.draw(&Text::new("One set of weights at several numbers of rotations, nothing trained", (64, 12), text(16)))?;
    for (at, Line { network, trained, .. }) in lines.iter().enumerate() {
        let y = (TITLE + LEGEND * at as u32) as i32;
        head.draw(&PathElement::new(vec![(64, y + 8), (86, y + 8)], colour(at).stroke_width(2)))?;
        head.draw(&Text::new(format!("{network}, trained with {trained} (ring)"), (94, y), text(13)))?;
    }
    let points = || lines.iter().flat_map(|line| &line.points);
    let most = points().map(|point| point.rotations).max().unwrap_or(1);
    let digits = points().map(|point| point.digits).max().unwrap_or(0);
    let mut chart = ChartBuilder::on(&chart)
        .margin(12)
        .margin_right(20)
        .x_label_area_size(40)
        .y_label_area_size(58)
        .build_cartesian_2d(0.0..f64::from(most) + 1.0, 0.0..100.0)?;
    axes(&mut chart, ["rotations", &format!("per cent of {digits} digits")], &|y| format!("{y:.0}"))?;
    for (at, line) in lines.iter().enumerate() {
        let place = |point: &Point| (f64::from(point.rotations), point.right_percent);
        chart.draw_series(LineSeries::new(line.points.iter().map(place), colour(at).stroke_width(2)))?;
        chart.draw_series(line.points.iter().map(|point| Circle::new(place(point), 3, colour(at).filled())))?;
        let trained = line.points.iter().filter(|point| point.rotations == line.trained);
        chart.draw_series(trained.map(|point| Circle::new(place(point), 7, colour(at).stroke_width(2))))?;
    }
    Ok(())
}
