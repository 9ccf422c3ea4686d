//! The back-cast starts from a market in balance and gives the same bytes on one thread and on two.

use adit_analysis::backcast::market;
use adit_api::Session;
use adit_vocab::baseline::Item;

fn session() -> Session {
    Session::open(None).expect("the data inside the program can be read")
}

#[test]
fn the_market_of_the_base_year_closes() {
    let session = session();
    let data = adit_data::read_backcast(session.files(), session.reference()).expect("a good file");
    let market = market(&data);
    let balance = &market.stages[0];
    let mut world = (0.0, 0.0);
    for node in &balance.nodes {
        let sum = |of: &dyn Fn(&adit_vocab::baseline::Flow) -> bool| -> f64 {
            balance.flows.iter().filter(|flow| of(flow)).map(|flow| flow.datum.value).sum()
        };
        let (bought, sold) = (sum(&|flow| flow.importer == node.country), sum(&|flow| flow.exporter == node.country));
        let gap = node.tonnes(Item::Output) + bought - sold - node.tonnes(Item::Use);
        assert!(gap.abs() < 1e-6, "{}: {gap} t", session.reference().countries.get(node.country).iso3);
        assert!(node.items.iter().all(|(_, datum)| datum.value > 0.0));
        world = (world.0 + node.tonnes(Item::Output), world.1 + node.tonnes(Item::Use));
    }
    assert!((world.0 - world.1).abs() < 1e-6, "{world:?}");
    assert_eq!(Some(balance.world_output()), data.output_of(data.base_year, |_| true));
}

#[test]
fn the_same_bytes_on_one_thread_and_on_two() {
    let run = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        pool.install(|| session().backcast().expect("an answer"))
    };
    let (one, two) = (run(1), run(2));
    assert_eq!(format!("{one:?}"), format!("{two:?}"));
    assert_eq!(one.result.unsolved, 0, "every draw clears");
}
