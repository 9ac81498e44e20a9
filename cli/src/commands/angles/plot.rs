//! The plot of `gsa angles`: one chart for digits, one for drawings, a line for each network.

use anyhow::Result;
use plotters::prelude::*;

use super::Line;
use crate::style::{Area, COLOURS, axes, svg, text};

const WIDTH: u32 = 760;
const CHART: u32 = 300;
/// Above the charts: a title, and a line for each network.
const TITLE: u32 = 40;
const LEGEND: u32 = 20;

/// An SVG picture.
pub(super) fn plot(lines: &[Line]) -> Result<String> {
    let subjects = ["digits", "drawings"].map(|subject| lines.iter().filter(|line| line.subject == subject).collect());
    let subjects: Vec<Vec<&Line>> = subjects.into_iter().filter(|lines: &Vec<_>| !lines.is_empty()).collect();
    let mut networks: Vec<&str> = vec![];
    for Line { network, .. } in lines {
        if !networks.contains(&network.as_str()) {
            networks.push(network);
        }
    }
    let head = TITLE + LEGEND * networks.len() as u32;
    svg((WIDTH, head + CHART * subjects.len() as u32), |root| draw(root, head, &networks, &subjects))
}

fn draw(
    root: &Area<'_>,
    head: u32,
    networks: &[&str],
    subjects: &[Vec<&Line>],
) -> Result<(), Box<dyn std::error::Error>> {
    let colour = |network: &str| {
        let at = networks.iter().position(|name| *name == network).unwrap_or_default();
        COLOURS[at % COLOURS.len()].stroke_width(2)
    };
    let (head, charts) = root.split_vertically(head);
    head.draw(&Text::new("Right answers against the angle at which the same digits are shown", (64, 12), text(16)))?;
    for (at, network) in (0..).zip(networks) {
        let y = (TITLE + LEGEND * at) as i32;
        head.draw(&PathElement::new(vec![(64, y + 8), (86, y + 8)], colour(network)))?;
        head.draw(&Text::new((*network).to_owned(), (94, y), text(13)))?;
    }
    for (area, lines) in charts.split_evenly((subjects.len(), 1)).iter().zip(subjects) {
        let mut chart = ChartBuilder::on(area)
            .margin(12)
            .margin_right(20)
            .x_label_area_size(40)
            .y_label_area_size(58)
            .build_cartesian_2d(0.0..360.0, 0.0..100.0)?;
        axes(&mut chart, ["degrees", &format!("per cent of the {}", lines[0].subject)], &|y| format!("{y:.0}"))?;
        for line in lines {
            // All round: 360° is 0° again.
            let again =
                line.points.first().filter(|point| point.degrees == 0.0).map(|point| (360.0, point.right_percent));
            let points = line.points.iter().map(|point| (point.degrees, point.right_percent)).chain(again);
            chart.draw_series(LineSeries::new(points, colour(&line.network)))?;
        }
    }
    Ok(())
}
