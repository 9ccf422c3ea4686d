use adit_api::Session;
use std::time::Instant;
#[test]
fn look() {
    let session = Session::open(None).expect("data");
    for who in ["USA", "DEU", "JPN"] {
        let request = session.stockpile_request(who, "12bn", &[], None).expect("request");
        let start = Instant::now();
        let found = session.stockpile(&request, &|| ()).expect("answer");
        println!(
            "{who} {:?} spent {:.3e} next {:.3} certificate {:.4} unsolved {} unknown {}",
            start.elapsed(),
            found.spent,
            found.next,
            found.certificate,
            found.unsolved,
            found.unknown.len()
        );
        println!("joint apart {:?} together {:?}", found.joint.apart, found.joint.together);
        for h in found.holdings.iter().take(14) {
            println!(
                "{:<14} t {:>10.1} days {:>6.0} outlay {:>8.1}m price {:.2} exp {:.1}->{:.1}m saving {:.1}m gain {:.1}m next {:.2}",
                session.reference().materials.get(h.material).id,
                h.tonnes,
                h.days,
                h.outlay / 1e6,
                h.price,
                h.expected.0 / 1e6,
                h.expected.1 / 1e6,
                h.saving / 1e6,
                h.gain / 1e6,
                h.next
            );
        }
        for s in &found.curve {
            println!("{:.0}bn spent {:.3}bn gain {:.3}bn next {:.2}", s.budget / 1e9, s.spent / 1e9, s.gain / 1e9, s.next);
        }
        for r in &found.rules {
            println!("{r:?}");
        }
    }
}
