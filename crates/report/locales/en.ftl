### English (US). Variables: $asker… who asks, $feared… the feared supplier, each as subject, -cap (start of a
### sentence), -acc, -dat, -gen (whose), -name (bare) and -num (one or many, for the verb).

## Words
stage-mine = Mine
stage-refined = Refinery
stage-magnet = Magnets
no-data = no data
no-data-short = n. d.
not-applicable = n/a
not-applicable-short = –
origin-scrap = scrap
unassigned = not assigned to a country
origin-unknown = unknown origin
trade-specific = own customs code
trade-basket = shared customs code
trade-gravity = not observed
others = others
less-than = less than { $value }
more-than = more than { $value }
materials-n = { $n ->
    [one] one material
   *[other] { $n } materials
}
net-exporter = net exporter
bound-above = >{ $value }
bound-below = <{ $value }

## Tables
column-material = Material
column-stage = Stage
column-country = Country
column-use-t = Use, t
column-net-import-reliance = Net import reliance
column-direct = { $feared-name }: direct
column-maker = { $feared-name }: maker
column-refiner = { $feared-name }: refinery
column-mine = { $feared-name }: mine
column-passes-through = Passes through { $feared-name }
column-unknown = Origin unknown
column-world-mine-share = { $feared-gen } world share, mine
column-world-refined-share = { $feared-gen } world share, refinery
column-world-magnet-share = { $feared-gen } world share, magnets
column-grade = Grade
column-output-t = Output, t
column-largest = Largest producer
column-largest-share = Its share
column-top3-share = Top three
column-hhi = HHI
column-governance-weighted = Governance-weighted
column-ungoverned-share = Without rating
column-against-share = { $feared-name }
column-share = Share
column-trade = Trade
column-moved-output = Output moved
column-moved-world = World total moved
column-moved-trade = Trade moved
column-hidden = Unrecorded
column-absorption = Absorbed in use
column-us-use-ratio = US use, ratio to published
note-narrow = Left out, because the window is narrow: { $list }. All columns: --format csv.
short-use-t = Use, t
short-net-import-reliance = Import reliance
short-direct = Direct
short-maker = Maker
short-refiner = Refined
short-mine = Mine
short-passes-through = Passes through
short-unknown = Origin unknown
short-world-mine-share = World mine
short-world-refined-share = World refinery
short-world-magnet-share = World magnets
kind-alkali-metal = alkali metal
kind-base-metal = base metal
kind-battery-metal = battery metal
kind-ferro-alloy-metal = ferro-alloy metal
kind-fertiliser-mineral = fertilizer mineral
kind-fuel-mineral = fuel mineral
kind-group-of-rare-earths = group of rare earths
kind-heavy-rare-earth = heavy rare earth
kind-industrial-mineral = industrial mineral
kind-light-metal = light metal
kind-light-rare-earth = light rare earth
kind-minor-metal = minor metal
kind-platinum-group-metal = platinum group metal
kind-precious-metal = precious metal
kind-rare-earth = rare earth
kind-semi-metal = semi-metal
suppliers-direct = Direct supplier
suppliers-maker = Maker
suppliers-refiner = Refinery
suppliers-mine = Mine
table-exposure = Exposure of { $asker } to { $feared-acc }, { $year }
table-purchases = Exposure of the purchases in { $file } to { $feared-acc }, origins as of { $year }
table-world = World output and its concentration, { $year }
table-producers = World output by country, { $year }
table-suppliers = Where the use of { $asker } comes from, { $year }
table-quality = How well each market is known, { $year }
column-eu-supply-risk = Supply risk (EU formula)
column-supply-risk-stage = At the stage
column-economic-importance = Economic importance (EU)
column-eol-rir = From old scrap
column-country-risk = Country risk (GLR)
column-import-hhi = Import HHI
column-supply-risk = Supply risk (EU formula)
column-geopolrisk = GeoPolRisk
column-geopolrisk-cf = GeoPolRisk CF, kg Cu-eq/kg
column-import-reliance = Import reliance
column-supply-used = Supply counted
column-import-risk = Import risk
column-geopolrisk-midpoint = GeoPolRisk midpoint, USD/kg
column-unrated-output = Output not rated
column-governance-year = Governance of
table-indicators = Published indicators for { $asker-acc }, { $year }
table-indicators-by-stage = Published indicators for { $asker-acc } by stage, { $year }
supply-used-both = world and own
supply-used-global = world only
supply-used-sourcing = own only
note-indicators = Supply risk: European Commission’s formula of 2017, the higher of the stages; the EU list starts at 1.0. From old scrap and substitution indices are figures published for the EU.
note-indicators-base = { $year } is the year brought into balance; other years: --year.
note-indicators-year = { $year }: output and trade as published, not brought into balance. Markets in these tables: { $markets }; with output of { $year } in the data: { $output }; with trade: { $trade }. The rest is no data. To add a year, import World Mining Data, a BGS export or BACI into a data directory (adit data import) and ask with --data. Recycling rates, substitution indices, trade parameters and economic importance are of one edition for all years.
note-indicators-eu = Trade parameters are those of the EU study of 2023; for anyone but the EU they are 1. Economic importance is defined for the EU only; it combines uses of 2023 with substitution indices of 2017. Own output counts with the country’s own governance: who supplies itself alone scores as a single supplier.
note-indicators-stage = HHI beside the weighted country risk (GLR: −2.5 badly to 2.5 well governed) as DERA shows them. World and own: world output and own sourcing, weighted by import reliance. Ratings are carried forward at most two years; the column says of which year they are.
note-geopolrisk = GeoPolRisk with political stability alone and published prices instead of import unit values. Suppliers without a rating count like the mean of the others, never as safe.
note-exposure = Direct: bought from there or made at home. Maker: last stage made there. Mine: mined there. Passes through: mined, refined or traded there, counted once.
note-purchases = Use: the quantity bought. Direct: bought from there. Behind the supplier’s country stands its mix of own output and imports in { $year }; a single supplier may differ from it. Maker: last stage made there. Mine: mined there. Passes through: mined, refined or traded there, counted once.
note-purchases-file = The file was read on this computer. Nothing of it was stored or sent.
purchases-example = Example row: replace it
note-missing = n. d.: no data, which does not mean no risk. –: does not apply.
note-magnets = Where magnets are followed, the use is what magnets hold, the maker makes the magnets, and the refinery stands behind it. Refined material used for other things, and magnets inside motors and other goods, are not counted.
note-world = HHI: Herfindahl-Hirschman index, 1 is a single producer. Governance-weighted: the same, weighted with the World Bank’s governance ratings; producers without a rating are left out, and their share stands beside it.
note-suppliers = Shares of what { $asker } uses. The mine is known only where the stages can be linked.
note-quality = Moved: how far figures changed until they balanced. Unrecorded: flows and refinery feed that no record explains, as a share of world output.

## Head of the briefing
skip = Skip to content
title = Critical materials briefing: { $asker-name } against { $feared-name }
product = Critical materials briefing
language-nav = Language
kicker = { $asker-name } against { $feared-name }, base year { $year }
headline-many = For { $n } of { $total } critical materials, more than half passes through { $feared }
headline-one = For one of { $total } critical materials, { $material }, more than half passes through { $feared }
headline-less = No critical material passes through { $feared } by more than half; { $material } comes closest at { $share }
headline-zero = On record, nothing that { $asker } uses passes through { $feared }
headline-single = { $share } of the { $material } that { $asker } uses passes through { $feared }
headline-single-zero = On record, no { $material } that { $asker } uses passes through { $feared }
headline-own = { $n ->
    [0] { $feared-cap } makes more than half of the world’s output of no critical material on record
    [one] { $feared-cap } makes more than half of the world’s output of one of { $total } critical materials
   *[other] { $feared-cap } makes more than half of the world’s output of { $n } of { $total } critical materials
}
headline-unused = { $n ->
    [0] No record shows what { $asker } uses, and { $feared } makes more than half of no critical material
    [one] No record shows what { $asker } uses; { $feared } makes more than half of one of { $total } critical materials
   *[other] No record shows what { $asker } uses; { $feared } makes more than half of { $n } of { $total } critical materials
}
headline-single-world = { $feared-cap } makes { $share } of the world’s { $material }
headline-single-world-zero = On record, { $feared } makes no { $material }
headline-no-data = Nobody publishes who makes { $material }
stand-counted = This counts what { $feared } mines, refines or trades on.
stand-group = { $rest ->
    [0] All of them are { $group }.
   *[other] { $n } of the { $total } are { $group }.
}
stand-after-mine-one = The dependency starts only after the mine: { $feared } mined at most half of what is used, but refined more than half.
stand-after-mine = { $rest ->
    [0] For all of them
   *[other] { $n ->
        [one] For one of the { $total }
       *[other] For { $n } of the { $total }
    }
} the dependency starts only after the mine: { $feared } mined at most half of what is used, but refined more than half.
stand-narrowest = The path is narrowest for { $list }.
stand-world = { $n ->
    [0] Of none of the { $total } materials does { $feared } make more than half of the world’s output.
    [one] Worldwide, { $feared } makes more than half of the output of one of { $total } materials.
   *[other] Worldwide, { $feared } makes more than half of the output of { $n } of { $total } materials.
}
stand-touched = { $n ->
    [one] For one material a smaller part does.
   *[other] For { $n } materials some part passes through { $feared }.
}
stand-own = { $feared-cap } is part of the question on both sides, so no path through it is computed.
stand-own-self = The question is about the asker’s own country, so no path through it is computed.
stand-missing = { $n ->
    [one] For one material there are no figures; that does not make it safe.
   *[other] For { $n } materials there are no figures; that does not make them safe.
}
material-share = { $material } ({ $share })
material-share-group = { $material } ({ $share }; the highest of the { $group })

## Key figures
of-total = of { $total }
figure-dominated = { $n ->
    [one] materials: more than half of world output comes from { $feared } (last stage on record)
   *[other] materials: more than half of world output comes from { $feared } (last stage on record)
}
figure-dominated-note = Among them { $n } { $group }, worked out from figures of the group
figure-dominated-all = Share of world output, { $year }
figure-us-not-mined = { $n ->
    [one] material on the list is not mined or recovered in the United States
   *[other] materials on the list are not mined or recovered in the United States
}
figure-us-not-mined-note = As published for 2025
figure-not-mined = { $n ->
    [one] material without mine output worth mentioning on record in { $asker-dat }
   *[other] materials without mine output worth mentioning on record in { $asker-dat }
}
figure-not-mined-note = Of { $total } with mine output on record, { $year }; below a thousandth of the world’s
figure-us-reliant = { $n ->
    [one] material the United States imports entirely
   *[other] materials the United States imports entirely
}
figure-us-reliant-note = Net import reliance 100%, as published for 2025
figure-reliant = { $n ->
    [one] material { $asker } imports entirely, or very nearly so
   *[other] materials { $asker } imports entirely, or very nearly so
}
figure-reliant-note = Computed net import reliance above 99%, { $year }
figure-single-passes = of the { $material } that { $asker } uses passes through { $feared }
figure-single-world = of world output at the last stage on record comes from { $feared }
figure-single-reliance = is the net import reliance of { $asker }
figure-computed = Computed, { $year }
figure-reliant-none = on how much { $asker } imports of what it uses
source-link = Source

## Lead
lead-after-mine = Whoever wanted to cut off a buyer would not need to own a mine: { $feared } mines { $mine } of the world’s { $material } but refines { $refined }.
lead-few-mines = { $n ->
    [one] Of one material { $feared } mines at most half of the world’s output but refines more than half.
   *[other] Of { $n } materials { $feared } mines at most half of the world’s output but refines more than half.
}
lead-both = For { $material } both stages lie in one hand, with { $mine } at the mine and { $refined } at the refinery.
lead-hidden = Customs papers show only part of the dependency: direct purchases from { $feared-dat } cover { $direct } of the { $material } that { $asker } uses, yet { $passes } of it has passed through there.
lead-unobserved = { $n ->
    [one] For one of the { $total } materials that pass mostly through { $feared }, trade is not observed at one stage or more; its path is an estimate.
   *[other] For { $n } of the { $total } materials that pass mostly through { $feared }, trade is not observed at one stage or more; their paths are estimates.
}

## Section 1
where-title = Where the dependency lies
where-text = The ring is { $feared-gen } share of the world’s mine output, the dot its share of refinery output. Where the dot lies to the right of the ring, part of the dependency starts only after the mine.
where-figure = { $n ->
    [one] One material and { $feared-gen } share
   *[other] { $n } materials ranked by { $feared-gen } share
}
where-figure-unit = in % of world output { $year }; number: last stage on record
key-mine = Mine
key-refinery = Refinery
key-group = Refinery, worked out from the group
key-no-data = no data (n. d.)
key-grade-a = well observed
key-grade-b = lightly adjusted
key-grade-c = strongly adjusted
key-grade-d = trade not observed
where-caption = No ring: a by-product without a mine of its own, or no mine on record. Ring only: no refinery on record.
where-caption-line = Red line: below it the share is half or less.
grade-caption = Grade: the worse of the stages.
source-reports = reports named in the data,
source-line = Source: { $sources }; own reconciliation.
panel-rank = { $n ->
    [one] { $feared-gen } share at mine and refinery
   *[other] Rank { $from } to { $to }: { $feared-gen } share at mine and refinery
}
panel-desc = From { $first } at { $high } to { $last } at { $low }. All values are in the table below.
panel-desc-no-data = { $first } is the first material here. All values are in the table below.
panel-grade = Grade
as-table = { $n ->
    [one] The figures as a table
   *[other] All { $n } figures as a table
}
path-text = What counts for { $asker } is not who makes most of a material in the world, but through whose hands its own supply goes. The bar shows how much passes through { $feared } as miner, refiner or trader; the dot shows how much is bought there directly. A dot far inside its bar means that other countries stand in between.
path-text-own-self = The question is about the asker’s own country, so no path through it is computed.
path-text-own = { $feared-cap } is itself part of the question, so no path through it is computed.
path-figure = What passes through { $feared }
path-figure-unit = in % of what { $asker } uses, { $year }
key-passes = passes through { $feared }
key-direct = bought directly there
path-caption = No bar: no use by { $asker } on record, or nobody publishes output. Trade that is not observed follows a rule of size and distance (grade D).
path-panel = { $n ->
    [one] Share that passes through { $feared }
   *[other] Rank { $from } to { $to }: share that passes through { $feared }
}

## Section 2
chain-title = One chain: { $material }
chain-all = Of the { $material } that { $asker } uses, { $feared } mined { $mine }, refined { $maker } and sold { $direct } directly.
chain-magnet = Of the { $material } in the magnets that { $asker } uses, { $feared } mined { $mine }, refined { $refiner }, made { $maker } into magnets and sold { $direct } directly.
chain-own-magnet = Of the { $material } in the magnets that { $asker } uses, { $mine } was mined, { $refiner } refined and { $maker } made into magnets in { $feared-dat }.
chain-own-all = Of the { $material } that { $asker } uses, { $mine } was mined and { $maker } refined in { $feared-dat }.
chain-own-last = Of the { $material } that { $asker } uses, { $maker } was made in { $feared-dat }.
chain-passes = All in all, { $passes } passed through { $feared }, traded ore and metal included.
chain-refined = Of the { $material } that { $asker } uses, { $feared } refined { $maker } and sold { $direct } directly.
chain-mined = Of the { $material } that { $asker } uses, { $feared } mined { $maker } and sold { $direct } directly.
chain-world = Worldwide, { $feared-gen } share of the { $material } is { $shares }. What { $asker } uses of it is not on record.
chain-world-mine = { $share } at the mine
chain-world-refined = { $share } at the refinery
chain-world-magnet = { $share } in magnet making
chain-uses-USA = Main uses by figures for the United States: { $list }.
chain-uses-EU = Main uses by figures for the European Union: { $list }.
chain-uses-world = Main uses by figures for the world: { $list }.
chain-figure = { $material }: from where to { $asker }
chain-figure-unit = in % of what { $asker } uses, { $year }
chain-figure-world = { $material }: who makes it
chain-figure-world-unit = in % of world output, { $year }
chain-mine = Mined in
chain-maker-refined = Refined in
chain-maker-magnet = Made into magnets in
chain-maker-mine = Mined in
chain-direct = Bought from
part-of-it = { $share }
part-none = none
chain-home = made at home
chain-group = Trade and refining are known only for the { $n } elements together, so the group is shown.
chain-gain-mine = { $n } of every 100 tonnes are { $scrap ->
    [yes] dug elsewhere or scrap
   *[no] dug elsewhere
} and refined in { $feared-dat }.
chain-loss-mine = { $n } of every 100 tonnes are dug in { $feared-dat } and refined elsewhere.
chain-loss-refiner = { $n } of every 100 tonnes are refined in { $feared-dat } and made into magnets elsewhere.
chain-gain-refiner = { $n } of every 100 tonnes are refined elsewhere and made into magnets in { $feared-dat }.
chain-loss-maker = { $n } of every 100 tonnes are from { $feared-dat } but bought from other countries.
chain-gain-maker = { $n } of every 100 tonnes are made elsewhere and bought from { $feared-dat }.
chain-caption = Width is share. Every tonne is followed back from its use; what a country supplies counts as one mix, the same for all buyers.
chain-caption-bloc = Bought from: the country from which what is used enters { $asker }; the table also counts what { $asker } exports again.
chain-caption-grade = Grade { $grade }.
chain-caption-world = Width is share of world output. Without a use on record no path can be drawn.
chain-desc = { $feared-name } – { $shares }.
chain-message = { $material }: { $feared-gen } share at each step

## Section 3
table-title = { $n ->
    [one] One material in figures
   *[other] The { $n } most exposed materials
}
table-text = The five columns answer different questions: the first two who dominates the world, the third what reaches { $asker } through { $feared }, the fourth how much { $asker } buys abroad at all, the last how well all this is known.
table-text-own = The first two columns show who dominates the world, the third how much { $asker } buys abroad, the last how well this is known.
table-figure = Shares, paths and import reliance
table-figure-unit = { $year }
table-mine = { $feared-name }, mine
table-refined = { $feared-name }, refinery
table-passes = Passes through { $feared-name }
table-reliance = Net import reliance of { $asker }
table-reliance-us = US net import reliance, published { $year }
table-note = Color in steps of 20 percentage points.
table-note-group = * Worked out from figures of the group { $group }.
table-note-bound = “>”: the source gives a lower bound only.

## Section 4
leaders-title = Who leads in the world
leaders-text = { $name-cap } { $markets ->
    [one] is the largest producer in the only market on record.
   *[other] is the largest producer in { $n } of { $markets } markets.
}
leaders-second = { $name-cap } follows with { $n }.
leaders-feared = { $feared-cap } { $n ->
    [0] leads in none of these markets.
    [one] leads in one.
   *[other] leads in { $n }.
}
leaders-figure = Largest producer in how many of { $markets } markets
leaders-figure-unit = a market is a material at its last stage on record, { $year }
leaders-caption = Materials of one group with the same leader count as one market.
leaders-rest = Not shown: { $n ->
    [one] one more country
   *[other] { $n } more countries
} with { $each ->
    [one] one market each.
   *[other] at most { $each } markets each.
}
leaders-and-more = { $n } and more
leaders-home = { $asker-name }
map-caption = Equal-area map (Equal Earth). Boundaries: Natural Earth, no statement on their legal status.
leaders-column-markets = Markets
leaders-column-materials = Materials
leaders-panel = Countries by number of markets they lead
leaders-desc = { $name } leads with { $n }.

## Section 5
unknown-title = What is not known
unknown-trade = { $n ->
    [one] For one of { $total } materials trade is not observed at one stage or more (grade D).
   *[other] For { $n } of { $total } materials trade is not observed at one stage or more (grade D).
}
unknown-no-data = { $n ->
    [one] Nobody publishes output by country for { $list }. Without figures it is listed, not ranked, and it is not safe.
   *[other] Nobody publishes output by country for { $list }. Without figures they are listed, not ranked, and they are not safe.
}
unknown-baskets = { $n ->
    [one] One material shares its customs code with others. Who ships how much of it to whom is an estimate.
   *[other] { $n } materials share a customs code with others. Who ships how much to whom is an estimate there.
}
unknown-group = { $n ->
    [one] Figures exist only for the { $group } together; the part of the one named here is worked out from them.
   *[other] Figures exist only for the { $group } together; the parts of the { $n } named here are worked out from them.
}
unknown-old = { $n ->
    [one] For one material, shares by country are older than three years.
   *[other] For { $n } materials, shares by country are older than three years.
}
unknown-origin = { $n ->
    [one] For one material, more than a quarter of what { $asker } uses has an origin that no record names.
   *[other] For { $n } materials, more than a quarter of what { $asker } uses has an origin that no record names.
}
unknown-use = { $n ->
    [one] For one material no use by { $asker } is on record.
   *[other] For { $n } materials no use by { $asker } is on record.
}
unknown-products = Materials inside imported goods such as batteries, chips or motors are not counted. The real dependency is larger for whoever buys finished goods.
unknown-stocks = Hardly anyone reports private stocks. Whether a cut-off hurts after three months or nine depends on them.
unknown-limits = About the most exposed:

## Method, sources, record
method-title = Method and sources
method-balance = The sources disagree on output, trade and use in { $year }. Figures are changed as little as possible until the quantities balance for every country and stage. How far a figure had to move decides its grade.
method-grades = A: all stages observed, moved by less than 5%. B: less than 20%. C: shared codes, larger moves, or data older than three years. D: trade not observed. Count: { $a } A, { $b } B, { $c } C, { $d } D, { $none } without data.
method-path = A path is followed upstream from the user: at every country supply is split into own output and imports in proportion, until all of it has arrived at a producer. What meets { $feared } on the way is counted once.
method-reliance = Net import reliance: imports less exports as a share of use. Below zero the country is a net exporter.
method-not-covered = Not covered: goods in which a material is built in.
sources-title = Sources
record-title = Run record
record-question = Question
record-again = Run again
record-edition = Data edition
record-digest = { $edition }, digest
record-program = Program
record-assumptions = Assumptions
record-unchanged = none changed
record-changed = set
record-files = Figures as CSV, charts as SVG and the record run.json lie beside this page.
dative-rare-earths = rare earths
chart-licence-data = Data: { $sources }. Figure: CC BY 4.0, made with Adit { $version }, data edition { $edition }.
chart-licence = Figure: CC BY 4.0, made with Adit { $version }, data edition { $edition }.

## Terminal
summary-passes = Through { $feared-name }
summary-bar = of use
summary-mine = World mine
summary-refined = World refinery
summary-unknown = Not known

## What if
table-what-if-months = Month by month: prices in multiples of those of { $year }, use and stocks of { $asker-acc }
table-what-if-users = Who misses how much { $material }, { $months } months
table-what-if-sellers = Who sells { $material } to { $asker-acc }, { $months } months
table-what-if-uses = Which uses in { $asker-acc } go short, { $months } months
table-what-if-losses = What { $asker } loses, { $months } months
table-what-if-industries = Industries hit in { $asker-acc }, { $months } months
table-what-if-technologies = What runs short first in { $asker-acc }
table-what-if-accounts = Who gains and who loses in the market, $ million, { $months } months
table-screen-technologies = What runs short first in { $asker-acc } if { $feared } { $feared-num ->
    [many] stop
   *[other] stops
  } everything at once
column-month = Month
column-allowed = Exports allowed
column-price-outside = Price outside
column-price-outside-low = Low
column-price-outside-high = High
column-price-inside = Price inside
column-used-t = Use, t
column-missing-t = Missing, t
column-stock-t = Stocks, t
column-base-use-t = Use before, t
column-missing-share = Of use
column-price-mean = Mean price
column-surplus-lost-usd = Consumer surplus lost, $ million
column-expected-usd = Expected a year, $ million
column-risk-class = Risk
column-likelihood = Stops a year
column-likelihood-why = Why so likely
column-users-lost-usd = Users’ loss, $ million
column-output-lost-usd = Value added lost, $ million
column-import-bill-usd = Extra import bill, $ million
column-economy-lost-usd = Economy’s loss, $ million
column-market-lost-usd = Market loss, $ million
short-economy-lost-usd = Economy
short-market-lost-usd = Market
short-surplus-lost-usd = Surplus, $m
short-output-lost-usd = Value added, $m
short-import-bill-usd = Imports, $m
short-materials-short-n = Short
short-price-mean = Price
short-risk-class = Risk
column-loss = Loss
column-lost-usd = Central, $ million
column-lost-low-usd = Low, $ million
column-lost-high-usd = High, $ million
column-covered = Of use covered
column-industry-code = Code
column-industry-name = Industry
column-technology = Technology
column-technology-use-share = Part of the use
column-first-short-month = Short from month
column-technology-missing-share = Missing
column-worst-material = Lacks most
column-technology-materials-n = Materials
column-account-total-usd = Together
column-account-users-usd = Users
column-account-producers-usd = Producers
column-account-holders-usd = Stock holders
column-account-rent-usd = Rent
column-account-revenue-usd = Tariffs and taxes
short-account-holders-usd = Stocks
short-account-revenue-usd = Tariffs
never-short = not short
loss-market = Market: all accounts of { $asker-acc }
loss-users = Users: value added and import bill
loss-users-output = – value added lost by industry
loss-users-import-bill = – paid more for imports
loss-users-bound = – value added lost if nothing can be replaced
loss-economy = Economy: suppliers and customers included
short-expected-usd = Expected
short-users-lost-usd = Users
short-likelihood = A year
short-likelihood-why = Why
risk-high = high
risk-elevated = elevated
risk-moderate = moderate
risk-limited = limited
risk-negligible = negligible
likelihood-given = given
likelihood-in-force = under control
likelihood-history = has restricted
likelihood-ally = ally
likelihood-rule = rule
likelihood-unrated = rule, not rated
column-sold-base-t = Before, t
column-sold-t = Now, t
column-sold-change-t = Change, t
column-application = Use
column-industry = Industry
column-use-share = Share
note-what-if-months = Price 1 is the price of the base year. Low and high: 80% of the draws over all ranges of the assumptions lie between them, with what past restrictions showed beyond them; the central run need not be their middle. Missing: in months with less use than in the base year. Stocks: commercial stocks of users, assumed months of use.
note-what-if-users = Consumer surplus lost: the area under the demand curve between the old price and the new. It is not what industry cannot make.
note-what-if-losses = Three views of one shortage, never to be added. Market: consumer and producer surplus, stock holders, rents and tariffs, against the market at rest; below zero is a gain. Users: value added that industries cannot make, and what imports cost more; what is paid more to producers at home is no loss of the country. If nothing can be replaced, output falls as the material does: the upper bound. Economy: contains the value added that users lose, not the import bill. Low and high: 80% of the draws over all ranges lie between them.
note-loss-assumptions = Assumptions, published by nobody: the part of an industry whose output needs the material, and how easily it does without (the short-run elasticity of its demand). Values and ranges: adit explain losses.affected_part and model.demand_short.
note-likelihood-assumptions = Stops a year: an assumed rule from controls in force, governance, alliances and past restrictions, no forecast. Values and ranges: adit explain likelihood.base; your own: --likelihoods FILE.
note-what-if-industries = Value added lost: what an industry cannot make for lack of the material. Economy: the same with lost orders and missing parts in all industries; every output is lost once.
note-what-if-technologies = Short: less than { $met } of the base year’s use is met. No source says which use gives way first, so all uses of a country are met in the same part. One use may serve several technologies or none: parts and losses do not add up.
note-what-if-accounts = Above zero is a gain. Users: consumer surplus. Producers: surplus of miners, refiners and recyclers. Stock holders: what they sell above the base price less what they buy above it. Rent: of exporters under control, on what is let out. Tariffs and taxes: of the treasury.
note-screen-losses = Three views of one loss, never to be added. Users: value added that industry cannot make, and extra import bill. Economy: value added with suppliers and customers, import bill apart. Market: all accounts of { $asker-acc }; below zero is a gain. Expected: stops a year times the users’ loss of a stop.
note-screen-no-industries = No table of the industries of { $asker-acc } is at hand: users’ and economy’s loss are not known.
note-screen-no-table = No national table of { $asker-acc } is at hand: the economy’s loss is not known.
note-screen-technologies = By the largest part of a year’s use that is missing of any material a technology uses. Short: materials of which less than { $met } is met. Value added lost: the largest loss by one material, a lower bound. Part of the use: of the material it lacks most.
screen-expected = All stops: { $expected } a year to be expected, if they come one at a time.
screen-drivers = One assumption alone moves that far: { $list }.
note-what-if-sellers = Purchases at the stage that industry buys. A relation that carried nothing before needs a premium.
note-what-if-uses = No source says which use gives way first, so the shortage is spread evenly.
note-what-if-region = Shares of uses as published for { $region }.
region-eu = the European Union
region-world = the world
region-usa = the United States
note-more-rows = { $n ->
    [one] One more row
   *[other] { $n } more rows
  } with --format csv.
what-if-ban = { $feared-cap } { $feared-num ->
    [many] stop
   *[other] stops
  } exports of { $material }.
what-if-quota = { $feared-cap } { $feared-num ->
    [many] limit
   *[other] limits
  } exports of { $material } to { $size } of those of { $year }.
what-if-licence = Exports of { $material } from { $feared-dat } need a license.
what-if-export-tax = Exports of { $material } from { $feared-dat } are taxed at { $size } of the base price.
what-if-tariff = { $feared-cap } puts a tariff of { $size } of the base price on imports of { $material }.
what-if-outage = In { $feared-acc }, { $size } of the output of { $material } from ore fails.
what-if-several = Several shocks hit the market of { $material }.
what-if-price = Outside, the price rises to { $price } times that of { $year } in month { $month } (80% range { $low } to { $high }).
what-if-inside = Inside, it stands at { $price } times at the end.
what-if-missing = { $asker-cap } lacks { $missing } t, { $share } of its use over { $months } months (80% range { $low } to { $high } t).
what-if-stocks-end = Its commercial stocks, of assumed size, are all but used up in month { $month }.
what-if-stocks-last = Its commercial stocks, of assumed size, are not used up.
what-if-market = In the market { $asker } loses { $lost } (80% range { $low } to { $high }): users, producers, stock holders and treasury together.
what-if-market-gain = In the market { $asker } gains { $lost } (80% range { $low } to { $high }).
what-if-users = Its industry cannot make { $lost } of value added (80% range { $low } to { $high }); { $bound } if nothing could be replaced.
what-if-bill = Its imports cost { $lost } more (80% range { $low } to { $high }).
what-if-industries = Hit most – { $list }.
what-if-economy = With suppliers and customers its economy loses { $lost } of value added (80% range { $low } to { $high }), that of the industry hit included.
what-if-never-added = These are views of one shortage and do not add up. Which part of an industry needs the material, and how easily it does without, are assumptions.
what-if-no-price = Nobody publishes a price of { $material }: no loss is known in money.
what-if-no-industries = No table of the industries of { $asker-acc } is at hand: what they lose is not known.
what-if-no-users = No industry that uses { $material } in { $asker-acc } is known: what it loses is not known.
what-if-no-table = No national table of { $asker-acc } is at hand: how the loss spreads to suppliers and customers is not known.
what-if-drivers-loss = What drives the loss of users most, one assumption at a time over its range: { $list }.
what-if-drivers-missing = What drives the shortage most, one assumption at a time over its range: { $list }.
money-small = less than $0.1 million
what-if-no-use = The data show no use of { $material } in { $asker-acc }.
what-if-unsolved = { $n } draws found no equilibrium and are left out of the ranges.
table-screen = Every supplier stops its exports for a year: what { $asker } loses, money in $ million, base year { $year }
table-screen-suppliers = All that one supplier controls, together, money in $ million
column-supplier = Supplier
column-world-share = Of world output
column-materials-n = Materials
column-materials-short-n = Of which more than a tenth of use is missing
note-screen = Suppliers with more than 1% of world output at a stage, one at a time, central assumptions. Price: mean outside over the year, in base prices.
note-screen-suppliers = All stops of a supplier at once. An industry that lacks several materials loses the largest single loss, never their sum: users’ and economy’s loss are lower bounds. Extra import bills and market losses add up over materials. Of two stages of a material the dearer counts. Expected: if its stops come one by one.
note-unsolved = { $n } stops found no prices that clear the market and are left out.
what-if-targets = On: { $list }.
what-if-stage = At this stage only: { $product }.
what-if-told = Prices and use are those of: { $product }.

## Cut-off
table-cutoff = What { $feared } could do to { $asker-acc } in a year, base year { $year }
column-cutoff-price = Mean price, base year = 1
column-cutoff-use-t = Use, t
column-cutoff-missing-t = Missing, t
column-cutoff-missing-share = Of use
column-cutoff-lost-usd = Consumer surplus lost, $ million
note-cutoff = { $feared-cap } stops its exports of one material at one stage for twelve months, on everyone; central assumptions. Price: mean outside, in base prices.
cutoff-title = What a cut-off does in the first year
cutoff-text = If { $feared } stopped its exports for a year, one material at a time, { $asker } would lack more than a tenth of its use of { $n ->
    [one] one material, { $list }
   *[other] { $n } materials{ $named ->
        [all] : { $list }
       *[some] , first of all { $list }
      }
  }. { $material-cap } comes first: { $part } of a year’s use is missing, at a mean price of { $price } times that of { $year }.
cutoff-text-none = If { $feared } stopped its exports for a year, one material at a time, { $asker } would lack more than a tenth of its use of none of them; most, { $part }, of { $material }.
hit-figure = What { $feared } could stop in { $asker-acc }
hit-figure-unit = All its exports stop for a year at once: value added lost in $ million, and parts of a year’s use that are missing
hit-industries = Industries: value added lost, $ million
hit-technologies = Technologies: missing of what they lack most
hit-technology = { $technology }: { $material }
hit-caption = An industry that lacks several materials counts with its largest loss only: a lower bound. Which part of an industry needs a material, and how easily it does without, are assumptions. All uses of a country are met in the same part, because no source says which gives way first.
cutoff-money-market = With all of them stopped at once, { $asker } would { $sign ->
    [gain] gain
   *[other] lose
  } { $lost } in the market, over materials with a published price: users, producers, stock holders and treasury together.
cutoff-money-bill = Its imports would cost { $lost } more.
cutoff-money-users = Its industry could not make { $lost } of value added; an industry that lacks several materials counts with its largest loss only, so this is a lower bound.
cutoff-money-economy = With suppliers and customers its economy would lose { $lost } of value added.
cutoff-money-views = These are views of one loss and do not add up.
cutoff-drivers-loss = How much value added a stop of { $material } would cost hangs above all on { $list }.
note-cutoff-losses = Three views of one loss, never to be added: market (all accounts of { $asker-acc }; below zero is a gain), users (value added that industry cannot make, and extra import bill), economy (value added with suppliers and customers). Which part of an industry needs a material, and how easily it does without, are assumptions: adit explain losses.affected_part and model.demand_short.
column-cutoff-market-usd = Market loss, $ million
column-cutoff-output-usd = Value added lost, $ million
column-cutoff-bill-usd = Extra import bill, $ million
column-cutoff-economy-usd = Economy’s loss, $ million
cutoff-limits = These are the central assumptions. How far the model missed past restrictions is shown by adit backtest; the bands below hold that as well.
cutoff-focus = { $material-cap } month by month, as an example.
months-figure = { $ban ->
    [yes] What happens to { $material } if { $feared } stops its exports
   *[no] What happens to { $material }
  }
months-figure-unit = { $ban ->
    [yes] { $months } months from the stop
   *[no] { $months } months
  }; prices in multiples of those of { $year } (logarithmic scale), use in parts of it
months-price-panel = Price
months-price-desc = At the peak the price outside is { $peak } times that of the base year; at the end 80% of the draws lie between { $low } and { $high }.
months-use-panel = Use in { $asker-acc }
months-use-desc = In the last month { $asker } uses { $last } of what it used before.
months-outside = outside
months-inside = inside
months-axis = month
months-caption = Lines: central assumptions. Stocks of users are assumed, not observed.
key-band = 80% of the draws of all assumptions; for the price also what they do not explain
missing-figure = Who misses how much { $material }
missing-figure-unit = part of { $months ->
    [one] a month’s
    [12] twelve months’
   *[other] { $months } months’
  } use that is missing{ $ban ->
    [yes] {" "}if { $feared } stops its exports
   *[no] {""}
  }; list: largest quantities
missing-desc = Most is missing in { $name }: { $tonnes }, { $part } of use.
missing-none = under 1% or no use known
missing-and-more = { $part } and more
missing-caption = Central assumptions.

# workbook
xlsx-key = Key (adit explain)
xlsx-about = About
xlsx-source = Source
xlsx-title = Title
xlsx-publisher = Publisher
xlsx-edition = Edition
xlsx-licence = License
xlsx-address = Address

## Back-test
column-event = Event
column-cluster = Cluster
column-side = Where
column-price-month = Price of
column-months-since = Months since
column-observed = Observed
column-simulated = Simulated
column-band-low = Band from
column-band-high = to
column-in-band = In band
column-log-error = Log error
column-role = Counts
column-hindsight = Stocks known later
column-model = Rule
column-error = Error
column-within-two = Within factor 2
column-rank = Rank correlation
column-difference = Model better (−) or worse (+) by
column-difference-low = 95% from
column-difference-high = to
column-held-out-error = Error, held out
column-held-out-within-two = Within factor 2, held out
column-mechanism = Without
column-error-more = More than with it
column-band = Band
column-noise-low = Noise from
column-noise-high = to
column-coverage = Points inside
table-backtest = Past restrictions: prices observed and simulated, as multiples of the price before
table-backtest-models = How far off: the model and simple rules
table-backtest-mechanisms = What matters: the error with one part of the model switched off
table-backtest-bands = How often the 80% band holds the price observed
side-outside = outside
side-inside = inside
answer-yes = yes
answer-no = no
role-counted = yes
role-held-out = held out
contender-model = The model
contender-model-fitted = The model, two numbers fitted
contender-constant = Price stays as it was
contender-multiplier = One multiple for all, fitted
contender-iso-elastic = Static, one elasticity, fitted
contender-linear = Static, straight line, elasticity 0.4
mechanism-two-prices = two prices
mechanism-stocks-see-price = stocks that sell when the price rises
mechanism-stocks = stocks
mechanism-stock-classes = stock classes
mechanism-buying-ahead = buying ahead
mechanism-licence-recovery = licenses given in the end
mechanism-licence-stop = the stop before the first license
mechanism-leakage = leakage
mechanism-capacity-growth = growing capacity
mechanism-demand-lag = demand that gives way with time
mechanism-short-run-supply = output that follows the price at once
mechanism-companion-share = less response of by-products
band-parameters = spread of the parameters alone
band-estimated = with noise estimated without the event’s cluster
band-what-if = as in what-if
note-backtest = Each event starts from the year before it. Simulated: central run, one rule for all events. Band: 80%, draws of all parameters and of the share in use, with noise estimated without the event’s own cluster. Log error: natural logarithm of simulated over observed. A year stands for the mean of its months.
note-backtest-models = Error: root mean square of the log error within an event, mean over events; 0.69 is a factor of two. What is fitted is fitted without the event’s cluster. Interval: bootstrap over clusters; where it holds zero the model is not shown to be better. The parameters of the model owe something to a study of some of these events, so this is no blind test.
note-backtest-mechanisms = Over the events that count. Differences below about 0.03 mean nothing with so few events.
note-backtest-bands = Over the points that count. An honest band holds 80%; 70 to 90% is close enough for so few points.
column-by = By
column-announced = Announced
column-stocks = Stocks
table-backtest-events = Errors by event
stocks-thin = thin
stocks-normal = normal
stocks-glut = glut
stocks-unknown = unknown
note-backtest-events = Error: root mean square of the log error over the event’s points. Held out: another kind of shock; nothing is fitted to it and it does not count. Known later: the evidence for the stocks describes a time after the announcement.
short-within-two = Within ×2
short-rank = Rank
short-difference = Model ±
short-held-out-error = Error, held out
short-held-out-within-two = ×2, held out
short-hindsight = Known later
cutoff-drivers = How much { $material } would be missing hangs above all on { $list }.
cutoff-driver = { $what } ({ $low } to { $high })
parameter-demand-short = how much users save at once when the price rises
parameter-demand-long = how much users save in the long run
parameter-demand-adjustment = how fast users adapt
parameter-choke-price = the price at which uses leave
parameter-supply-short = how much others raise output at once
parameter-supply-long = how much others raise output in the long run
parameter-spare-capacity = spare capacity elsewhere
parameter-capacity-adjustment = how fast capacity grows elsewhere
parameter-shut-down-price = the price at which plants close
parameter-kappa = how easily trade is re-routed
parameter-nu = how large new trade relations can become
parameter-unobserved-premium = what a new trade relation costs
parameter-ore-value = what ore is worth
parameter-stock-cover = the size of stocks
parameter-cover-thin = the size of thin stocks
parameter-cover-normal = the size of normal stocks
parameter-cover-glut = the size of stocks in a glut
parameter-stock-price-response = how strongly stock holders sell when the price rises
parameter-stock-pace = how fast stocks are sold
parameter-stock-release = how much of a stock can be sold in a month
parameter-expectation-adjustment = how fast people expect the new price to stay
parameter-hoarding = how much buyers hoard
parameter-fear-adjustment = how fast fear settles
parameter-leakage-all = how much gets out in spite of the stop
parameter-leakage-named = how much reaches named buyers by way of others
parameter-licence-stop = how long licenses are held back
parameter-licence-residual = what is allowed at first
parameter-licence-recovery = what is allowed in the end
parameter-licence-ramp = how fast licenses come
parameter-residual-log-sd = what no assumption explains
parameter-residual-full-at = where that begins
parameter-affected-part = the part of industry that needs the material
parameter-largest-cost-share = the most a material may cost of what it goes into
parameter-inventories = how long inventories of parts last
parameter-dollars-per-euro = the exchange rate
parameter-base = how often anyone stops exports
parameter-governance = how much bad governance adds to that
parameter-ally = how much less often allies do
parameter-history = how much more often those do who have before
parameter-in-force = how often controlled exports stop
parameter-short-months = how long a short stop lasts
parameter-short-part = how many stops are short
parameter-long-months = how long a long stop lasts
parameter-long-part = how many stops are long
parameter-class-high = from which loss a risk is high
parameter-class-elevated = from which loss a risk is elevated
parameter-class-moderate = from which loss a risk is moderate
parameter-class-limited = from which loss a risk is limited
parameter-trigger = from which price a stockpile is released
parameter-release-months = over how many months it is released
parameter-fill-years = over how many years it is filled
parameter-horizon = how long it is kept
parameter-discount = how much later dollars count less
parameter-storage = what keeping it costs
parameter-resale = what it fetches in the end
parameter-mine-studies = how long a new mine is studied
parameter-mine-permitting = how long permits and money for a mine take
parameter-mine-construction = how long a mine is built
parameter-mine-ramp = how long a mine takes to full output
parameter-plant-studies = how long a new refinery or magnet plant is studied
parameter-plant-permitting = how long permits for such a plant take
parameter-plant-construction = how long such a plant is built
parameter-plant-ramp = how long such a plant takes to full output
parameter-circuit-studies = how long a by-product circuit is studied
parameter-circuit-permitting = how long permits for a by-product circuit take
parameter-circuit-construction = how long a by-product circuit is built
parameter-circuit-ramp = how long a by-product circuit takes to full output
parameter-schedule-delay = how much longer construction takes than planned
parameter-capex-overrun = how much dearer a plant becomes than planned
parameter-never-full = how many plants never reach full output
parameter-never-full-reach = what those plants reach
parameter-opex-share = what running a new plant costs
parameter-capex-ratio = what building a new plant costs
parameter-cost-spread = how much plants differ in cost
parameter-cost-of-capital = what capital costs
parameter-risk-premium = what owners ask on top for risk
parameter-contract-relief = how much a contract lowers that
parameter-plant-life = how long a plant runs
parameter-patience = how long an owner waits
parameter-expansion-room = how far standing plants can be extended
parameter-pool-tranche = how large plants are that nobody has named yet
parameter-pool-cost-step = how much dearer each further one is
parameter-use-growth = how fast use grows where nobody projects it
parameter-growth-factor = how far use misses its projection
parameter-lifetime = after how many years scrap comes back
parameter-flood-price = at which price the feared supplier floods the market
parameter-flood-volume = how much more it sells then
parameter-public-discount = how much later public money counts less
what-if-rent = What is let out earns { $feared } { $rent } from the difference between the price outside and inside.
what-if-gain = Producers that gain most: { $list }.

# Stockpile
table-stockpile = What { $asker } should hold for { $budget }, base year { $year }
table-stockpile-budgets = What each budget brings { $asker }
table-stockpile-rules = Simple rules with the same budget of { $budget }
table-stockpile-published = Published stockpiles and plans: { $asker-name }
column-held-t = Hold, t
column-held-days = Days of use
column-outlay-usd = Cost, $ million
column-held-saving-usd = Loss avoided, $ million
column-held-gain-usd = Benefit, $ million
column-next-dollar = Next dollar brings, $
column-expected-before-usd = Expected loss a year without, $ million
column-expected-after-usd = Expected loss a year with, $ million
column-purchase-price = Price paid, base year = 1
column-budget-usd = Budget, $ million
column-spent-usd = Spent, $ million
column-net-usd = Benefit less cost, $ million
column-whole-spent-usd = All that can be spent, $ million
column-whole-gain-usd = Its benefit, $ million
column-whole-net-usd = Less cost, $ million
column-rule = Rule
column-rule-cost-usd = Whole rule costs, $ million
column-stockpile = Stockpile or plan
column-stockpile-usd = Value, $ million
column-stockpile-days = Days
column-stockpile-year = Year
column-publisher = Published by
short-held-days = Days
short-outlay-usd = Cost, $m
short-held-saving-usd = Avoided, $m
short-held-gain-usd = Benefit, $m
short-next-dollar = Next $
short-expected-before-usd = Without, $m
short-expected-after-usd = With, $m
short-purchase-price = Price paid
rule-best = This holding
rule-sixty-days = 60 days of use of every material
rule-forty-five-days = 45 days of use of the 44 most imported
rule-value = By value of use
rule-reliance = By value of imports
note-stockpile = Loss avoided: { $measure ->
    [market] in the market, of users, producers, stock holders and treasury
   *[users] value added of industry and what imports cost more
}, over the years it is held, in dollars of today; a stock that was used is not filled again. Benefit: that and what is recovered when it is sold, less storage and what users pay while it is filled; before the cost. Next dollar: what one more dollar would bring; below 1 it does not pay. Without, with: the loss to be expected in a year. Price paid: in base prices. At most five years of use are looked at.
note-stockpile-assumptions = Assumptions, all of them with ranges: how likely stops are (likelihood.toml), what industries lose (losses.toml), release, filling, years, interest and storage (stockpile.toml), the market (model.toml).
note-stockpile-refused = { $n ->
    [one] Of one more material even the first dollar would not pay; it is in --format csv.
   *[other] Of { $n } more materials even the first dollar would not pay; they are in --format csv.
}
note-stockpile-unknown = No data, because no price, use or industry is known: { $list }.
note-stockpile-budgets = In the best way, by the quantities computed; exact for the budget asked about. A dollar that would bring less than a dollar is not spent; the last columns say what it would be to spend all that can be spent of the budget all the same.
note-stockpile-rules = Benefits by the same model. The 44 materials of Project Vault are not published; those that are imported most stand for them. A rule that costs more than the budget is scaled down to it.
note-stockpile-published = Facts and plans as reported, each with its address in stockpiles.csv; they do not enter the result.
stockpile-less = With central assumptions, of { $budget } it pays { $asker-acc } to spend { $spent }, on { $n ->
    [one] { $list }
   *[other] { $n } materials, above all { $list }
}. That avoids losses of { $saving } over the years, in dollars of today; the rest of the budget would bring less than it costs, even counting what is recovered when it is sold.
stockpile-all = With central assumptions { $budget } are best spent on { $n ->
    [one] { $list }
   *[other] { $n } materials, above all { $list }
}: { $saving } of losses avoided over the years, in dollars of today.
stockpile-nothing = With these assumptions no stockpile pays: even the first dollar would save less than it costs.
stockpile-next = The next dollar would bring { $next } dollars.
stockpile-no-data = No data: nothing is known of { $list } that would say what a stock avoids.
stockpile-certificate = The best possible holding brings at most { $part } more, as far as the benefit is concave between the quantities computed.
stockpile-joint = If stops come one by one, the expected loss of a year falls by { $apart }; if each supplier stops all its exports at once, by { $together }, from { $before } to { $after }.
stockpile-drivers = One assumption alone moves the avoided loss far: { $list }.
stockpile-market = What industries in { $asker-acc } lose is not known; what is counted is the loss in the market: of its users, producers, stock holders and treasury. That cannot be compared with the answers for the United States or the European Union.

stockpile-title = What a stockpile should hold
stockpile-figure = What it pays { $asker-acc } to hold for { $budget }
stockpile-figure-unit = in dollars of today
stockpile-holdings-panel = What it brings and what it costs, $ million
stockpile-holdings-desc = It pays to hold { $list }.
stockpile-days = { $n ->
    [one] one day
   *[other] { $n } days
}
stockpile-budgets-panel = If all is spent, $ billion, logarithmic scales
stockpile-budgets-desc = It pays to spend { $spent }; { $last } would bring { $whole }.
stockpile-budgets-axis = Budget, $ billion
stockpile-line-cost = what it costs
stockpile-line-gain = what it brings
stockpile-point = more does not pay
stockpile-caption = Days: of the use of the base year. Central assumptions; the best possible holding brings at most { $part } more.
key-brings = What it brings: loss avoided and what is recovered, less storage, in dollars of today
key-cost = Cost of buying
stockpile-limits = What is counted is what industry and importers are expected to lose. A reserve may have other ends: military need, steady prices, time to react to what nobody has thought of. Stops are rare and losses uncertain; with likelihoods of your own the answer is another (adit stockpile --likelihoods).

## Pathways, packages, projects

table-pathway = { $material } until { $last }, { $package }: { $asker-name } against { $feared-name }
table-pathway-measures = What the measures cost: { $material }, { $package }
table-pathway-plants = Projects: { $material }, { $package }
table-pathways = Pathways until { $last }, { $package }: { $asker-name } against { $feared-name }
table-compare = Packages side by side: { $asker-name } against { $feared-name }
table-compare-counts = How many dependencies end, and when: { $asker-name } against { $feared-name }
table-projects = Planned and new plants
column-pathway-year = Year
column-feared-mine-share = { $feared-cap }: mined
column-feared-refined-share = { $feared-cap }: refined
column-feared-magnet-share = { $feared-cap }: magnets
column-stop-kept = Use kept in a stop
column-stop-price = Price in a stop
column-stop-users-usd = Users’ loss in a stop, $ million
column-treasury-usd = Treasury, $ million
column-buyers-usd = Buyers, $ million
column-forgone-usd = { $feared-cap } forgoes, $ million
column-instrument = Measure
column-payer = Who pays
column-measure-years = Years
column-cost-usd = Cost, $ million of today
column-cost-usd-low = Low
column-cost-usd-high = High
column-paid-usd = Paid out, $ million
column-received-usd = Got back, $ million
column-project = Project
column-project-status = Status
column-capacity-t = Capacity, t a year
column-capacity-share = Of world output
column-starts = Starts
column-starts-anyway = Starts anyway
column-first-output = First output
column-dropped = Given up
column-output-last-t = Output { $last }, t
column-announced-start = Announced for
column-company = Company
column-as-of = As of
column-support = Public money
column-package = Package
column-independence = Dependency ends
column-independence-range = Range
column-independence-later = After { $last }
column-share-first = Share today
column-share-later = Share 2035
column-share-last = Share { $last }
column-stop-kept-later = Use kept in a stop 2035
column-stop-users-first-usd = Users’ loss in a stop today, $ million
column-stop-users-later-usd = Users’ loss in a stop 2035, $ million
column-stop-users-later-sum-usd = Users’ loss in stops 2035, sum, $ million
column-treasury-pv-usd = Treasury, $ million of today
column-buyers-pv-usd = Buyers, $ million of today
column-starts-because = Projects because of it
column-count-none = Not dependent
column-count-until-later = Ends by 2035
column-count-until-last = Ends 2036 to { $last }
column-count-later = After { $last }
column-count-no-data = No data
table-pathway-origins = Where { $asker-gen } supply comes from: { $material }, { $package }
column-feared-part = From { $feared-name }
column-feared-part-low = Low
column-feared-part-high = High
column-largest-part = Largest single country
column-largest-who = Which
column-within-benchmark = At most { $benchmark }
benchmark-within = yes
benchmark-above = no
note-pathway-origins = Of what is used and fed into the next stage, by the country that made it, behind traders; own output counts as well. The benchmark: by Regulation (EU) 2024/1252 not more than { $benchmark } of the Union’s use should come from one country outside in 2030. For others it is a yardstick.
column-largest-first = Largest single country today
column-largest-2030 = Largest single country 2030
column-largest-later = Largest single country 2035
independence-none = not dependent
range-of = { $low } to { $high }
pathway-range = four fifths of the draws range from { $low } to { $high }
pathway-range-same = four fifths of the draws agree
independence-none-quoted = “not dependent”
independence-later-quoted = “after { $last }”
short-stop-kept = Kept in a stop
short-stop-price = Price in a stop
short-starts = Starts
short-dropped = Given up
short-first-output = First output
short-capacity-t = Capacity, t
short-starts-anyway = Starts anyway
short-announced-start = Announced
short-capacity-share = Of world
short-output-last-t = Output at the end, t
short-stop-users-usd = Users’ loss, $ million
short-stop-users-later-usd = Users’ loss 2035, $ million
short-stop-users-first-usd = Users’ loss today, $ million
short-stop-kept-later = Use kept 2035
short-independence = Ends
short-starts-because = More projects
short-treasury-pv-usd = Treasury, $ million
plants-unnamed = plants nobody has named yet
instrument-floor = price floor
instrument-permitting = faster permits
instrument-equity = equity stake
instrument-loan = loan
instrument-offtake = purchase commitment
instrument-reference-price = reference price at the border
instrument-recycling = recycling programme
instrument-substitution = substitution programme
instrument-reserve = public stockpile
instrument-control = export control
payer-treasury = treasury
payer-buyers = buyers
payer-unknown = no figure
status-operating = operating
status-ramp-up = ramping up
status-construction = under construction
status-financing = looking for money
status-permitting = waiting for permits
status-feasibility = being studied
status-early = early
status-stalled = stalled
note-pathway = Median of { $draws ->
    [one] one draw
   *[other] { $draws } draws
} of all parameters and of the luck of every plant (model.toml, years.toml); prices in those of { $year }. Files (--format csv) have the ends of the bands, which hold four fifths of the draws.
note-pathway-stop = In a stop { $feared } sells nothing abroad for twelve months, at any stage. A dependency has ended when from then on to { $last } a stop in any year leaves { $asker-dat } at least { $kept } of the use there would be, at no more than { $price } times the price of { $year }.
note-pathway-loss = A loss below 0: even in a stop users would buy more cheaply than in { $year }.
note-pathways = Share: of world output at the last stage. Use kept and users’ loss: in a stop of that year, with the industries of { $year }. Treasury: net, in dollars of today. Without a price or a known industry there is no figure. Projects because of it: the sum of what the chances of named projects rise by.
note-pathway-measures = Cost: net, discounted at the public rate of years.toml, over the years to { $last }; repayments after that do not count. Paid out and got back: means over the draws, not discounted. For faster permits nobody publishes a cost.
note-pathway-plants = Starts: part of the draws in which it has its first output by { $last }; starts anyway: the same without any measure. Projects without a published capacity are not in the model.
note-compare-counts = Materials, by the median of the draws. The sum of losses is one stop for each material and counts an industry once for each; it is no forecast. Treasury: net, in dollars of today.
note-projects = As published; capacity on the basis of the stage. First output (four fifths of the draws in which there is any) and starts (part of the draws): by the model, without measures. A plant that runs already is part of the base year.
note-unsolved-draws = { $n ->
    [one] One draw found no prices that clear the market and is left out.
   *[other] { $n } draws found no prices that clear the market and are left out.
}
pathway-no-data = { $material }: no data, because nobody publishes output.
pathway-unused = { $material }: { $asker } { $asker-num ->
    [many] use
   *[one] uses
} none.
pathway-not-dependent = { $material }, { $package }: a stop could be borne in every year; { $asker } { $asker-num ->
    [many] do
   *[one] does
} not depend on { $feared-acc }. { $later-draws ->
    [0] In no draw does a dependency last beyond { $last }.
   *[other] In { $later } of the draws a dependency lasts beyond { $last }.
}
pathway-ends = { $material }, { $package }: the dependency on { $feared-acc } ends in { $end }; { $range }. { $later-draws ->
    [0] In no draw does it last beyond { $last }.
   *[other] In { $later } of the draws it lasts beyond { $last }.
}
pathway-does-not-end = { $material }, { $package }: the dependency on { $feared-acc } does not end by { $last }; { $range }. In { $later } of the draws it lasts beyond { $last }.
pathway-stop = A stop of twelve months in { $later-year } would leave { $asker-dat } { $kept-then } of the use there would be ({ $kept-low } to { $kept-high }), at { $price-then } times the price of { $year }.
pathway-stop-sure = A stop of twelve months in { $later-year } would leave { $asker-dat } { $kept-then } of the use there would be, at { $price-then } times the price of { $year }.
pathway-lost = It would cost users { $lost } ({ $lost-low } to { $lost-high }).
pathway-lost-little = In the median it would cost users nothing worth naming, in one draw of ten { $lost-high } or more.
pathway-lost-nothing = It would cost users nothing worth naming.
pathway-cost = The measures cost the { $treasuries ->
    [0] treasury
    [one] treasury of { $payers }
   *[other] treasuries of { $payers } together
} { $cost } in dollars of today, net, up to { $last }.
pathway-uncosted = Nobody publishes what these measures cost.
pathway-unpriced = Nobody publishes a price, so there is no cost.
pathway-starts-nothing = No named project starts because of them.
pathway-starts = Because of them { $list } { $n ->
    [one] starts
   *[other] start
}.
pathway-many = { $package }, { $all } materials: { $none } without a dependency on { $feared-acc }; of the dependencies { $until } { $until ->
    [one] ends
   *[other] end
} by { $later-year }, { $until-last } more by { $last }, { $later } later or never.

## When dependencies end: part 4 of the briefing
table-ends = When the dependency ends and what that costs: { $asker-name } against { $feared-name }
column-end-without = Ends, without measures
column-end-announced = With those announced
column-end-together = With all together
column-end-unended = What a stop in { $last } would leave with those announced (needed: { $kept } of use, at most { $price } times the price)
column-net-announced-usd = Public cost, announced, $ million
column-net-together-usd = Public cost, all, $ million
ends-cell = { $end } ({ $range })
ends-unended = { $which ->
    [kept] { $kept } of use
    [price] { $price } times the price
   *[both] { $kept }, { $price } times the price
}
note-ends-draws = Year: the middle of { $draws ->
    [one] one draw
   *[other] { $draws } draws
} of all assumptions and of the luck of every plant (model.toml, years.toml); in brackets the range of four fifths of them.
note-ends = What costs most in a stop comes first. What a stop in { $last } would leave: over the draws in which the dependency does not end. Public cost: mean of the draws, paid out less received, up to { $last }, in dollars of today; no figure without a price, or where nobody publishes what the measures cost. All numbers are in tables/pathways.csv, other packages and all materials: adit compare.
ends-title = How far the announced measures carry
ends-claim = Breaking China’s dominance takes at least one or two decades, experts said of the raw-materials summit of 4 February 2026 (taz): to about { $later-year } or { $last }.
ends-followed = { $which ->
    [all] There are { $n } materials of which { $asker } could not bear a stop from { $feared } today.
   *[some] There are { $lacking } materials of which { $asker } could not bear a stop from { $feared } today; this is about the { $n } that would cost most.
}
ends-reach = { $than ->
    [same] What governments around the world have decided and announced does not change the outcome: with these measures as without them, the dependency ends { $announced }.
   *[other] What governments around the world have decided and announced ends the dependency { $announced }; without these measures it would end for { $without ->
        [0] none
        [one] one
       *[other] { $without }
    } by { $last }.
}
ends-ended = { $form ->
    [none] for none of them by { $last }
    [all-late] for all of them, but only after { $later-year }
    [late] for { $late ->
        [one] one
       *[other] { $late }
    } of them, and only after { $later-year }
    [all-early] for all of them by { $later-year }
    [early] for { $early ->
        [one] one
       *[other] { $early }
    } by { $later-year } and for no other by { $last }
    [all] for { $early ->
        [one] one
       *[other] { $early }
    } by { $later-year } and for the rest by { $last }
   *[both] for { $early ->
        [one] one
       *[other] { $early }
    } by { $later-year } and for { $more ->
        [one] one more
       *[other] { $more } more
    } by { $last }
}
ends-these = These are { $list }.
ends-this = { $material } in { $year }{ $also ->
    [same] {" "}(without measures as well)
    [later] {" "}(without measures { $then })
   *[no] {""}
  }
ends-not-for = It is not enough for { $list }.
ends-one = Without measures { $asker } could { $kind-without ->
    [none] bear a stop of { $material } today
    [later] not bear a stop of { $material } by { $last }
   *[year] bear a stop of { $material } from { $end-without } on
} (four fifths of the draws: { $range-without }); with what governments around the world have decided and announced, { $kind-announced ->
    [none] today
    [later] not by { $last }
   *[year] from { $end-announced } on
} ({ $range-announced }); with all measures together, { $kind-together ->
    [none] today
    [later] not by { $last }
   *[year] from { $end-together } on
} ({ $range-together }).
ends-cost = For { $one ->
    [one] this material
   *[many] { $of ->
        [some] the { $priced } materials with a known price
       *[all] these { $n } materials
    }
} this { $sign ->
    [gain] brings the public
   *[cost] costs the public
} { $net } up to { $last }{ $treasuries ->
    [0] { "" }
    [one] , paid by the treasury of { $payers }
   *[other] , paid by the treasuries of { $payers }
}{ $back ->
    [none] .
   *[some] { " " }({ $paid } paid out, { $received } received back).
}{ $buy ->
    [none] { "" }
   *[some] { " " }Buyers add { $buyers } through agreed prices.
}
ends-counted = { $about ->
    [0] No known measure is about { $one ->
        [one] this material
       *[many] these materials
    }.
   *[other] Counted { $run ->
        [0] is none
        [one] is one
       *[other] are { $run }
    } of { $about } measures about { $one ->
        [one] this material
       *[many] these materials
    }; of the others no terms are published, or they do not act on markets and plants.
}
ends-together = { $one ->
    [one] All together means: { $list }, for every plant outside { $feared-acc }.
   *[many] All means together ({ $list }), for every plant outside { $feared-acc }, would end the dependency { $together }.
}
ends-together-not-for = Even they would not be enough for { $list }.
ends-together-cost = They would { $sign ->
    [gain] bring the public
   *[cost] cost the public
} { $net }{ $of ->
    [some] { " " }for the { $priced } with a known price
   *[all] { "" }
}{ $back ->
    [none] .
   *[some] { " " }({ $paid } paid out, { $received } received back).
}{ $buy ->
    [none] { "" }
   *[some] { " " }Buyers would add { $buyers }.
} Who shares that is open.
ends-span = { $low } to { $high }
ends-sure = This is not certain: in four fifths of the { $draws } draws { $announced } of the { $n } dependencies end by { $last } with the announced measures, { $together } with all together.
ends-sure-cost = Their public cost there is { $announced } for the announced ones and { $together } for all.
ends-benchmark = The EU wants at most { $benchmark } of its need of a material to come from a single country outside by { $then }. { $one ->
    [one] Today it is { $today ->
        [0] below
       *[other] above
    } that here; in { $then } with the announced measures { $announced-then ->
        [0] below
       *[other] above
    }, with all together { $together-then ->
        [0] below
       *[other] above
    }; in { $last } with those announced { $announced-last ->
        [0] below
       *[other] above
    }, with all { $together-last ->
        [0] below
       *[other] above
    }.
   *[many] It is above that for { $today ->
        [0] none
       *[other] { $today }
    } of these { $n } materials today; in { $then } for { $announced-then ->
        [0] none
       *[other] { $announced-then }
    } with the announced measures and { $together-then ->
        [0] none
       *[other] { $together-then }
    } with all together; in { $last } for { $announced-last ->
        [0] none
       *[other] { $announced-last }
    } and { $together-last ->
        [0] none
       *[other] { $together-last }
    }.
}
ends-dominance = { $still ->
    [same] Dominance lasts longer than dependency: in { $later-year } { $feared } would still make more than half of the world’s output of { $without ->
        [one] one
       *[other] { $without }
    } of these materials, with measures or without.
   *[fewer] Dominance lasts longer than dependency: in { $later-year } { $feared } would still make more than half of the world’s output of { $without ->
        [one] one
       *[other] { $without }
    } of these materials without measures, of { $announced ->
        [0] none
        [one] one
       *[other] { $announced }
    } with those announced and of { $together ->
        [0] none
        [one] one
       *[other] { $together }
    } with all together.
}
ends-dominance-one = In { $later-year } { $feared } would still make more than half of the world’s output without measures; with those announced { $announced ->
    [0] no longer
   *[other] still
}, with all together { $together ->
    [0] no longer
   *[other] still
}.
ends-starts = At least { $points } percentage points likelier to start because of the announced measures: { $list }{ $more ->
    [0] .
   *[other] ; and { $more } more.
}
ends-starts-nothing = No named project becomes much likelier because of the announced measures.
ends-lead-times = What is slow is building: a new mine takes { $mine } years on average from discovery to first output; from the decision to full output a mine takes { $mine-full } years, a refinery or magnet plant { $plant-full }. The measures shorten permits and bring decisions forward; they do not build faster.
ends-limits = What this does not know: materials are followed one by one, and their markets do not know each other, though one plant often serves several. It starts from the balance of { $year } and the plants announced since. Owners decide by the prices they see, not by what others are about to build. { $feared-cap } is taken to sell as the market asks; what it could do against new plants is left out here (adit simulate --package flood).
ends-figure = When the dependency on { $feared-acc } ends
ends-figure-unit = for { $asker-acc }, without measures, with those announced and with all together
ends-caption = None: a stop could be borne in every year. Later: not by { $last }, or never. Projects, lead times and projected use: projects.csv, lead_times.csv and growth.csv, each row with its publisher.
ends-axis-none = none
ends-axis-later = later
ends-desc = When a stop could be borne: { $list }.
ends-desc-row = { $material }: without measures { $without }, with those announced { $announced }, with all together { $together }
key-ends-without = without measures
key-ends-announced = with those announced
key-ends-together = with all together
key-ends-range = four fifths of the draws; the mark is their middle

## Back-cast
backcast-figure = { $material }: { $feared-gen } share of the world’s mine output
backcast-figure-unit = simulated with what was known in { $base } and the quota of { $from } to { $until }, beside what was observed
backcast-panel = Share of mine output
backcast-key-band = 80% of { $draws } draws, and their median
backcast-key-observed = observed
backcast-median = median
backcast-observed = observed
backcast-desc = In { $year } 80% of the draws lie between { $low } and { $high }; { $observed } was observed. The observed share lies in the band in { $inside } of { $years } years.
backcast-caption = Source: { $sources }. The rule of the comparison was fixed before it was made.
backcast-licence = Data: { $sources }. Figure: CC BY 4.0, made with Adit.

## Alliance

table-alliance = What each partner is worth to { $asker-acc } if { $feared } stops
table-alliance-cover = What the alliance has, { $year }
column-partner = Partner
column-shapley-usd = Worth, $ million
column-shapley-error-usd = Standard error
column-joins-first-usd = Joins first
column-leaves-usd = Leaves last
column-alliance-share = Of world output
column-alliance-covered = Own need covered
column-alone-covered = { $asker-name } alone
column-alliance-output-t = Output, t
column-alliance-need-t = Need, t
note-alliance-worth = Worth: of the loss that a stop of { $feared-acc } for a year causes to users in { $asker-dat }, material by material, the part that the alliance’s own output stands against: output over need of all members at the stage that is covered least. Mean over all orders in which the { $partners } partners can join (Shapley value). Joins first: added to { $asker-dat } alone. Leaves last: lost if it leaves all the others. A partner that needs more than it brings is worth less than nothing.
note-alliance-cover = Output and need of all members, { $feared-acc } left out. Need: use, and feed of the next stage; use inside imported goods is not in it. A dash: no need at that stage.
note-alliance-market = What industries in { $asker-dat } lose is not known; what counts is the loss in the market.
note-alliance-unknown = Without a loss, because no price or industry is known, or because nothing can be stopped there: { $list }.
alliance-covers = Together they cover their own need at every stage for { $covered ->
    [0] none
   *[other] { $covered }
} of { $n } materials.
alliance-worth = Stops of { $feared-acc }, one material at a time, would cost users in { $asker-dat } { $most }; own output covers { $own ->
    [none] nothing
   *[some] { $alone }
} of that alone, and { $together } with the partners.
alliance-best = { $n ->
    [one] Worth most is
   *[other] Worth most are
} { $list }.
alliance-smallest = { $few ->
    [one] One partner reaches
   *[other] { $few } partners reach
} { $part } of what all add: { $list }.
alliance-next = The next best partner outside is { $next }: it would add { $added }.
alliance-next-none = No country outside would add anything.

## Measures as they exist

package-controls = export controls in force
package-announced = as announced
table-measures = Measures as they exist
table-measure-parts = What of the measures runs in the model (package “{ $package }”)
column-measure = Measure
column-measure-by = By
column-measure-with = With
column-measure-from = From
column-measure-status = Status
column-amount-usd = Public money, $ million
column-runs = In the model
column-runs-not = Not in the model
column-first-source = First source
column-part-instrument = Instrument
column-part-about = About
column-cannot-run = Cannot run because
column-assumption = Assumption
measure-in-force = in force
measure-announced = announced
measure-negotiated = negotiated
measure-proposed = proposed
measure-suspended = suspended
measure-ended = ended
instrument-guarantee = loan guarantee
instrument-restraint = no export bans
instrument-zone = preferential zone
measure-count-places = { $n } countries
measure-all-materials = all materials
measure-count-materials = { $n ->
    [one] one material
   *[other] { $n } materials
}
cannot-run-status = { $status }, not in force or announced
cannot-run-missing = not published: { $list }
cannot-run-bought-before = bought before { $first }; the model starts without public stocks
cannot-run-in-base-year = in force before { $first }: the exports the model starts from are already under it
cannot-run-of-suppliers = no measure against a dependency; runs in the package “{ $controls }”
cannot-run-over = ended before { $first }
note-measures = As published; n. d.: not published or not known. Amounts must not be added up: some files pay for others, and letters of interest bind nobody. In the model: what the package “{ $package }” runs with (adit compare baseline announced).
note-measures-none = No measure fits.
note-measure-parts = Terms that nobody published are assumptions; they stand in the files of policies/ and in --format csv.
note-treasuries = Package “{ $package }”: the treasury is that of all who take its measures, as one sum: { $list }.

# charts of pages
flows-figure = { $material }: who supplies { $asker-acc } directly
flows-figure-unit = { $stage }, percent of own output and imports { $year }
flows-desc = Largest direct suppliers: { $list }. Own output: { $own }.
flows-desc-none = No supplier outside is on record. Own output: { $own }.
flows-key-feared = from { $feared-dat }
flows-key-other = from others; the width is the share
flows-own = own output
flows-rest = { $n ->
    [one] one other
   *[other] { $n } others
}
flows-caption = The country that exports last counts, wherever the material was made before; trade inside the asker’s own borders does not count.
flows-caption-gravity = Trade of this stage is not recorded; flows are estimated from size and distance.
flows-caption-small = Too small for this map, in the list only: { $list }.
years-figure = { $material }: the dependency on { $feared-acc } until { $last }
years-figure-unit = for { $asker-acc }, “{ $package }”
years-figure-unit-two = for { $asker-acc }, “{ $package }” against “{ $reference }”
years-figure-unit-many = for { $asker-acc }, packages side by side against “{ $reference }”
years-key-package = the package named in the panel
years-share-panel = { $stage }: share of { $feared-acc }
years-share-desc = { $feared-cap } makes { $first } of world output in { $first-year } and { $value } in { $last-year }, in 80% of the draws { $low } to { $high }.
years-kept-panel = What a stop of twelve months leaves
years-kept-desc = A stop would leave { $first } of use in { $first-year } and { $value } in { $last-year }, in 80% of the draws { $low } to { $high }. End of the dependency: { $end }.
years-key = { $package }: middle and 80% of the draws
years-bearable = bearable: at least { $kept } left
years-end = ends in { $year }
years-end-later = not by { $year }
years-end-reference = { $package }: { $end }
years-cash-panel-m = The treasury pays, $ million a year
years-cash-panel-bn = The treasury pays, $ billion a year
years-cash-desc = Most in { $year }: { $most }; over all years { $sum }, less what comes back.
years-caption = Shares of world output; of use, the part of its trend that a stop of twelve months in that year leaves. Lines: middle of { $draws } draws; bands: 80% of them. A stop is borne if at least { $kept } of use is left at no more than { $price } times the base price, in that year and every later one.
years-caption-cash = Treasury: mean of the draws, paid less received.
curve-figure = What a stockpile for { $asker-acc } brings
curve-figure-unit = loss avoided less the cost of holding against what is spent, US dollars of today
curve-close = Close to where it pays, { $unit }
curve-far = The whole budget, { $unit }
curve-unit-m = $ million
curve-unit-bn = $ billion
curve-key-pays = a further dollar stops paying
curve-key-budget = the budget of { $budget }
curve-axis = spent
curve-line-gain = what it brings
curve-line-cost = what it costs
curve-pays = pays up to { $spent }
curve-at-budget = { $budget } brings { $gain }
curve-desc = A further dollar brings less than a dollar from { $spent } on, which bring { $gain }; { $budget } would bring { $whole }.
curve-caption = Every amount in the best way, from the quantities computed, straight between them. Beyond the dot each further dollar brings less than a dollar.
worths-figure = What each partner is worth if { $feared } stops its exports
worths-figure-unit = { $unit } of the loss of { $asker-acc } in a stop that the partner’s own output stands against
worths-unit-m = $ million
worths-unit-bn = $ billion
worths-panel = Worth to the alliance
worths-key-worth = mean over all orders of joining (Shapley value)
worths-key-error = standard error
worths-key-members = partners
worths-key-next = would add most from outside: { $name }
worths-desc = Worth most is { $first }: { $value }. All together stand against { $together } of { $most }.
worths-map = Where the partners are
worths-map-desc = { $asker-cap } with { $partners } partners; outside, { $next } would add most.
worths-map-desc-none = { $asker-cap } with { $partners } partners; nobody outside would add anything.
worths-caption = A partner that needs more than it brings is worth less than nothing.
worths-rest = Not shown: { $n ->
    [one] one more partner
   *[other] { $n } more partners
}, together { $sum }.
history-figure = { $material }: output and price by year
history-figure-unit = world output by country and mean price of the year, { $first } to { $last }
history-output-panel = { $stage }, { $unit }
history-output-desc = In { $year } the world made { $tonnes }: { $list }.
history-price-panel = Price ({ $stage }), { $unit }
history-price-desc = From { $first } in { $first-year } to { $last } in { $last-year }.
history-t-one = tonnes
history-t-k = thousand tonnes
history-t-m = million tonnes
history-usd-one = US dollars a tonne
history-usd-k = thousand US dollars a tonne
history-usd-m = million US dollars a tonne
history-usd-said = { $value } US dollars a tonne
history-rest = others
history-key-unassigned = no data (n. d.), or made by a country that is not known
history-caption = The base year in balance, other years as published; shares at the right are those of the last year. A year of which no table is in the data stays empty.
history-caption-price = Prices of the day, not adjusted for inflation.
