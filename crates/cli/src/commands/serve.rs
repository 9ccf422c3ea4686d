//! `adit serve`: the page and the JSON API on this computer.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::process::ExitCode;

use adit_api::problem::Problem;

use crate::common::{Common, Failure};
use crate::output;

/// Options of `adit serve`.
#[derive(clap::Args)]
pub struct Args {
    /// Port; any free one if 0
    #[arg(long, value_name = "PORT", default_value_t = 8765)]
    port: u16,
    /// Address to listen on; others than this computer's own let everybody in who can reach it
    #[arg(long, value_name = "ADDRESS", default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    listen: IpAddr,
}

/// Runs it until it is interrupted.
pub fn run(args: &Args, common: &Common) -> Result<ExitCode, Failure> {
    let session = common.session()?;
    let address = SocketAddr::new(args.listen, args.port);
    let told = |address: SocketAddr| {
        let line = common.say("Open in a browser:", "Im Browser öffnen:");
        output::complain_line(&format!("{line} http://{address}/"));
    };
    adit_web::serve(session, address, told).map_err(|error| {
        Problem::new("command line", "--port", format!("{address}: {error}"), "an address and a port that are free")
    })?;
    Ok(ExitCode::SUCCESS)
}
