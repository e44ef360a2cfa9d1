// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace nines::scenario {

/// Says every key that this version supports at least once.
inline constexpr std::string_view full_scenario = R"toml(
[scenario]
name = "All keys"
description = "each once"
horizon = "2 y"
trials = 500
precision = "5%"
seed = 7
confidence = "90%"
start = "Tue 06:00"
ages = "steady"
at = ["1 h", "1 d"]
currency = "EUR"
[domain.eu]
description = "here"
in = "world"
level = "region"
restore_rate = "2 GB/s"
mtbf = "5 y"
mttr = "4 h"
repaired_by = "ops"
priority = 2
tags = "site"
price = "900 per mo"
[[domain.eu.failure]]
name = "power"
rate = "0.2 per y"
ttr = "lognormal(median 1 h, p95 4 h)"
effect = "partition"
[domain.world]
[node.web]
description = "front"
mtbf = "90 d"
mttr = "2 h"
repair = "minimal"
effect = "hang"
noticed_after = "exp(mean 1 d)"
when_down = "renew"
when_cut_off = "resume"
replace_at_age = "2 y"
replacement = "30 min"
capacity = "400 req/s"
boot = "uniform(20 s, 30 s)"
warm_up = "30 s"
repaired_by = "ops"
priority = 9
tags = ["blue", "front"]
price = "70 EUR/mo"
[[node.web.failure]]
name = "latent"
mttf = "10 y"
ttr = "1 h"
inspection = "every 1 wk on Sun at 01:00"
[[node.web.failure]]
name = "wear"
ttf = "weibull(shape 3, scale 5 y)"
mttr = "1 d"
[[node.web.failure]]
name = "disk"
afr = "1.4%"
mttr = "1 d"
effect = "lose-data"
[[node.web.failure]]
name = "bought"
availability = "99.9%"
mttr = "1 h"
effect = "slow 30%"
[group.web]
description = "fronts"
node = "web"
count = 6
active = 4
spread = ["eu", "world/*"]
in = "world"
standby = { mode = "warm", factor = 0.25, start = "1 min", success = "98%", price = "30%" }
scale = { min = 2, max = 9, target = "70%", sync = "10 s", metrics = "30 s", tolerance = "5%", stabilisation = "10 min", boot = "40 s", replaces = false }
spares = { stock = 2, reorder = "5 d" }
repaired_by = "ops"
priority = 4
load_sharing = 1.5
tags = "blue"
patch = { every = "every 30 d at 03:00", takes = "4 min", at_a_time = 2, in = "Sun 02:00-06:00", when_degraded = "skip" }
deploy = { every = "every 1 d at 10:00", strategy = "canary 5% for 10 min, then rolling 25%", takes = "40 s", pause = "5 min", fails = "5%", effect = "slow 30%", corrupts = ["orders", "carts"], noticed_after = "3 min", undo = "20 min" }
[[group.web.maintenance]]
name = "patching"
every = "every 30 d at 02:00"
takes = "uniform(1 h, 2 h)"
stagger = "1 d"
when_degraded = "skip"
at_a_time = "25%"
in = ["Sat 02:00-06:00", "Sun 02:00-06:00"]
[service.site]
description = "shop"
entry = "edge"
needs = ["3 of web", "any of web/1, web/2", "all of web", "domain eu"]
soft = ["balancer:edge", "2 of web"]
to_start = "orders"
up_when = "served >= 99% of offered"
[service.site.load]
peak = "2000 req/s"
shape = "diurnal"
trough = "35%"
peak_at = "15:30"
weekend = "80%"
growth = "30% per y"
retries = 3
retry_budget = "15%"
price = "0.40 per million requests"
[service.site.objective]
slo = "99.95% per 30 d"
rto = "5 min"
window = "calendar"
measure = "requests"
credits = ["10% below 99.9%", "25% below 99%"]
fee = "2000 per mo"
[service.site.downtime_cost]
price = "500 per min"
hours = "Mon-Fri 09:00-17:00"
off_hours = "50 per min"
per_outage = 2000
[service.site.data_loss_cost]
price = "100 per min"
total = "5000000 EUR"
[service.site.objective.rpo]
all = "1 min"
node = "0 s"
rack = "1 s"
zone = "2 s"
region = "5 min"
partition = "3 s"
false-alarm = "4 s"
corruption = "1 h"
ransomware = "1 d"
[store.orders]
description = "orders"
on = "web"
size = "500 GB"
writes = "2 MB/s"
writes_follow = "site"
growth = "30% per y"
price = "0.12 per GB mo"
[store.orders.replication]
mode = "sync"
acks = 1
without_replica = "block"
sync_with = "first"
replay = "20 MB/s"
stall = "10 s"
lag = "lognormal(median 200 ms, p99 10 s)"
[store.orders.failover]
mode = "manual"
by = "ops"
restart_first = "5 min"
decide = "uniform(1 s, 5 s)"
fence = { takes = "5 s", works = "99%" }
promote = "2 s"
redirect = "uniform(3 s, 6 s)"
warm = "30 s"
by_hand = { takes = "lognormal(median 30 min, p95 2 h)", works = "95%" }
self_demotes = true
lag_limit = "16 MiB"
needs = ["2 of web", "eu"]
witness = "world"
cold_start = "2 min"
hold = "1 h"
false_alarms = "0.5 per y"
repair = "after-failover"
split_share = "50%"
switchover = { takes = "uniform(1 s, 5 s)", works = "99%" }
failback = "24 h"
without_needs = "step-down"
step_down = "uniform(10 s, 20 s)"
[store.orders.failover.detect]
takes = "uniform(20 s, 30 s)"
takes_silent = "1 min"
kind = "lease"
inter = "10 s"
fastinter = "1 s"
downinter = "20 s"
timeout = "30 s"
fall = 2
rise = 1
jitter = "10%"
traffic = "20 per s"
false_positive = "0.1%"
false_positive_full = "20%"
[store.orders.resync]
rewind = "1 min"
refill = "uniform(20 min, 40 min)"
rate = "200 MB/s"
[[store.orders.follower]]
on = "web"
mode = "semi-sync"
lag = "1 s"
promote = "never"
delay = "6 h"
[backup.orders]
description = "weekly"
of = "orders"
to = ["eu", "world/*"]
full = "every 1 wk on Sun at 01:00"
diff = "every 1 d at 01:00"
incr = "every 1 h"
snapshot = "every 15 min"
test = "every 1 mo"
immutable = true
changes = "500 kB/s"
hot = "150 GB"
price = "0.02 per GB mo"
[backup.orders.log]
when = "every 1 min"
segment = "16 MiB"
ship = "5 s"
stops = "1 per y"
noticed_after = "1 d"
[backup.orders.keep]
full = 5
diff = 7
incr = 14
snapshot = 24
log = "35 d"
window = "14 d"
daily = 7
weekly = 5
monthly = 12
yearly = 7
[backup.orders.job]
rate = "150 MB/s"
hold = "1 h"
lag = "15 min"
success = "99%"
retries = 2
retry = "1 h"
bad = "1%"
breaks = "0.2 per y"
[backup.orders.restore]
model = "manifest"
by = "ops"
provision = "10 min"
fetch = "3 h"
rate = "250 MB/s"
limit = "1 GB/s"
replay = "80 MB/s"
check = "10 min"
success = "98%"
serve = "staged"
capacity = ["20%", "60%"]
copied = ["10%", "50%"]
after = ["20 min", "2 h"]
[backup.tape]
of = "orders"
full = "every 1 wk"
log = "streamed"
job = { takes = "2 h" }
[balancer.edge]
description = "entrance"
to = ["web", "balancer:inner", "service:site"]
on = "web"
mode = "weighted"
weights = [3, 1, 0.5]
slow_start = "30 s"
ttl = "60 s"
stale = "5%"
stale_time = "15 min"
price = "20 per mo"
[balancer.edge.check]
takes = "uniform(4 s, 6 s)"
kind = "fixed-rate"
inter = "1 s"
timeout = "500 ms"
rise = 3
[balancer.edge.failover]
detect = { kind = "lease", inter = "1 s", timeout = "3 s" }
redirect = "uniform(0 s, 1 s)"
[balancer.edge.retry]
tries = 2
redispatch = "always"
timeouts = true
budget = "20%"
timeout = "5 s"
[balancer.edge.overload]
panic = "50%"
fail_open = true
max_ejected = "10%"
shed = false
goodput = "60%"
queue = 200
patience = "8 s"
spill = "80%"
connections = 1024
response = "200 ms"
[crew.ops]
description = "people"
size = 2
hours = ["Mon-Fri 09:00-17:00", "Sun 02:00-06:00"]
order = "priority"
preemptive = true
ack = "lognormal(median 3 min, p95 15 min)"
decide = "15 min"
escalate = "5 min"
off_hours = 3.0
travel = "1 h"
price = "2500 per mo"
work_price = "90 per h"
call_price = 250
[plan.move]
description = "away from eu"
when = ["domain eu down for 10 min", "service shop down for 1 h"]
by = "ops"
steps = [["promote db takes 2 min works 95%", "scale web to 9"], "do tell users takes 1 h"]
works = "85%"
drill = "every 90 d"
failback = "domain eu up for 1 d, in Sun 02:00-06:00"
[cause.config]
description = "mistakes"
hits = ["web/*", "tag:blue", "domain eu"]
rate = "0.5 per y"
share = "30%"
spread_over = "5 min"
effect = "hang"
mttr = "40 min"
noticed_after = "20 min"
[cause.bug]
hits = "web"
ttf = "exp(mean 2 y)"
ttr = "1 h"
[event.drill]
description = "practice"
at = "90 d"
do = "fail domain eu for 6 h"
enabled = false
[event.sale]
at = "40 d"
do = "scale load of service:site by 2.5 for 3 h"
[event.back]
at = "91 d"
do = "resize web to 800 req/s takes 5 min"
)toml";

}  // namespace nines::scenario
