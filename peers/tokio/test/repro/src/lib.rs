// SPDX-License-Identifier: MIT
//! What a person's own program must not do, and what it may: the number of units chooses.

use std::hint::spin_loop;
use std::io::{stdin, Read};
use std::panic::{set_hook, take_hook};
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

const LONG: Duration = Duration::from_secs(1_000_000);

static DONE: AtomicU64 = AtomicU64::new(0);

pub async fn run(units: u64) -> Result<(), String> {
    match units {
        2 => panic!("in \"run\""),
        3 => drop(tokio::spawn(async { panic!("in a task") }).await),
        4 => thread::spawn(|| panic!("in a thread")).join().unwrap_or(()),
        5 => std::process::exit(0),
        6 => drop(thread::spawn(|| thread::sleep(LONG))),
        7 => drop(tokio::runtime::Runtime::new()), // which panics
        8 => std::mem::forget(tokio::runtime::Runtime::new()),
        9 => set_hook(Box::new(|_| ())),
        10 => begin_busy(),
        11 => return Err("it says so itself".to_owned()),
        12 => return Ok(()), // before its units are done: verify
        20 => println!("{{\"event\":\"row\"}}\n"),
        21 => read(),
        22 => {
            tokio::task::spawn_blocking(|| tokio::time::sleep(Duration::from_millis(1)))
                .await
                .map_err(|error| error.to_string())?
                .await
        }
        23 => chain_hook(),
        24 => drop(tokio::spawn(tokio::time::sleep(LONG))),
        25 => thread::spawn(|| ()).join().unwrap(),
        _ => tokio::time::sleep(Duration::from_millis(1)).await,
    }
    DONE.store(units, Relaxed);
    Ok(())
}

pub fn verify(units: u64) -> Result<(), String> {
    match DONE.swap(0, Relaxed) {
        done if done == units => Ok(()),
        done => Err(format!("{done} units were done")),
    }
}

/// Nobody waits for its end, which never comes.
fn begin_busy() {
    let (tell, told) = channel();
    tokio::spawn(async move {
        tell.send(()).unwrap();
        loop {
            spin_loop();
        }
    });
    told.recv().unwrap();
}

/// The commands of the lab are not for it.
fn read() {
    let mut text = String::new();
    assert_eq!(stdin().read_to_string(&mut text).unwrap(), 0);
}

fn chain_hook() {
    let theirs = take_hook();
    set_hook(Box::new(move |panic| theirs(panic)));
}
