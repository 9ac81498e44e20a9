//! The plot of `gsa curves`: held-out accuracy against epochs, and what the paper reports for the end of its 300.

use anyhow::Result;
use plotters::prelude::*;

use super::Run;
use crate::style::{Area, COLOURS, INK, axes, svg, text};

const SIZE: (u32, u32) = (900, 480);
/// Per cent at the foot of the plot; early epochs lie below.
const LOWEST: f64 = 90.0;

/// Accuracies of the paper's networks (5×5 windows), at the best test epoch of 300.
const PUBLISHED: [(&str, f64); 3] = [("Z2", 96.37), ("R4", 97.46), ("R8", 97.90)];

/// An SVG picture.
pub(super) fn plot(runs: &[Run]) -> Result<String> {
    svg(SIZE, |root| draw(root, runs))
}

fn draw(root: &Area<'_>, runs: &[Run]) -> Result<(), Box<dyn std::error::Error>> {
    root.draw(&Text::new("Accuracy on 2,000 held-out digits while training on 10,000", (64, 14), text(16)))?;
    let most = runs.iter().flat_map(|run| run.epochs.last()).map(|epoch| epoch.epoch).max().unwrap_or(1) as f64;
    let mut chart = ChartBuilder::on(root)
        .margin(12)
        .margin_top(44)
        .margin_right(210)
        .x_label_area_size(40)
        .y_label_area_size(52)
        .build_cartesian_2d(0.0..most, LOWEST..100.0)?;
    axes(&mut chart, ["epoch", "per cent"], &|y| format!("{y:.0}"))?;
    for (name, accuracy) in PUBLISHED {
        chart.draw_series(DashedLineSeries::new([(0.0, accuracy), (most, accuracy)], 3, 5, INK.mix(0.4).into()))?;
        let (x, y) = chart.backend_coord(&(most, accuracy));
        root.draw(&Text::new(format!("{name}, paper: {accuracy:.2}"), (x + 8, y - 7), text(12)))?;
    }
    let (left, _) = chart.backend_coord(&(most, LOWEST));
    let (_, foot) = chart.backend_coord(&(0.0, LOWEST));
    for (at, run) in runs.iter().enumerate() {
        let colour = COLOURS[at % COLOURS.len()];
        let points = run.epochs.iter().map(|epoch| (epoch.epoch as f64, 100.0 * epoch.held_out_accuracy));
        let points: Vec<(f64, f64)> = points.filter(|(_, y)| *y >= LOWEST).collect();
        // Colours that come again are dashed.
        let style = colour.stroke_width(2);
        let is_dashed = at >= COLOURS.len();
        if is_dashed {
            chart.draw_series(DashedLineSeries::new(points.iter().copied(), 5, 4, style))?;
        } else {
            chart.draw_series(LineSeries::new(points.iter().copied(), style))?;
        }
        chart.draw_series(points.iter().map(|&at| Circle::new(at, 3, colour.filled())))?;
        // From the foot upwards, so that what the paper reports stays free.
        let y = foot - 18 * (runs.len() - at) as i32;
        let dashes = if is_dashed { vec![(8, 13), (17, 22), (26, 30)] } else { vec![(8, 30)] };
        for (from, to) in dashes {
            root.draw(&PathElement::new(vec![(left + from, y + 7), (left + to, y + 7)], style))?;
        }
        root.draw(&Text::new(run.name.clone(), (left + 38, y), text(13)))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checkpoint::EpochRecord;

    #[test]
    fn plot_shows_every_epoch_above_its_foot_and_names_the_runs() {
        let epoch = |epoch: usize, held_out_accuracy: f64| {
            let json = serde_json::json!({
                "epoch": epoch, "steps": 625 * epoch, "loss": 0.5, "train_accuracy": 0.9, "held_out_loss": 0.2,
                "held_out_accuracy": held_out_accuracy, "learning_rate": 0.001, "seconds": 60.0, "peak_memory_mb": 80.0,
            });
            serde_json::from_value::<EpochRecord>(json).unwrap()
        };
        let run = |name: &str| Run { name: name.into(), epochs: vec![epoch(1, 0.5), epoch(2, 0.95), epoch(3, 0.97)] };
        let svg = plot(&[run("one"), run("two")]).unwrap();
        assert_eq!(svg.matches("<circle").count(), 4);
        // The eighth run has the first one's colour, so it is dashed; a line and its sample in the legend would be two pieces.
        let pieces = |count: usize| {
            let runs: Vec<Run> =
                ["a", "b", "c", "d", "e", "f", "g", "h"][..count].iter().map(|name| run(name)).collect();
            plot(&runs).unwrap().matches("<polyline").count()
        };
        assert_eq!(pieces(7), pieces(6) + 2);
        assert!(pieces(8) > pieces(7) + 4);
        assert!(svg.contains("one") && svg.contains("two") && svg.contains("97.46") && !svg.contains("NaN"));
    }
}
