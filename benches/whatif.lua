-- Fifty people, each moving a control about once a second, at moments of their own: a different question every time.
local materials = { "gallium", "germanium", "lithium", "cobalt", "nickel", "copper", "graphite", "tungsten", "antimony", "magnesium",
  "neodymium", "dysprosium", "tin", "zinc", "manganese", "vanadium", "titanium", "indium", "tellurium", "bismuth" }
local kinds = { "ban", "quota", "licence", "export-tax" }
local askers = { "DEU", "USA", "JPN", "EU", "KOR", "FRA" }
local pause = 1000
local thread = 0

function setup(created)
  created:set("seed", thread)
  thread = thread + 1
end

function init(args)
  math.randomseed(17 + seed)
  if args[1] then pause = tonumber(args[1]) end
end

function request()
  local pick = function(list) return list[math.random(#list)] end
  local path = "/whatif?material=" .. pick(materials) .. "&kind=" .. pick(kinds) .. "&for=" .. pick(askers)
    .. "&months=" .. math.random(36) .. "&lang=de"
  return wrk.format("GET", path, { ["HX-Request"] = "true", ["Accept-Encoding"] = "gzip" })
end

-- between a half and one and a half of the pause: people do not move in step
function delay() return pause == 0 and 0 or pause / 2 + math.random(pause) end

function done(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format("requests %d, seconds %.1f, p50 %.0f ms, p95 %.0f ms, p99 %.0f ms, failed %d\n", summary.requests,
    summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(95) / 1e3, latency:percentile(99) / 1e3,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
