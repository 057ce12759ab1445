-- SPDX-License-Identifier: GPL-3.0-or-later
-- wrk --script visitors.lua URL -- SCANS WHO PAUSE: each request is one visitor with a scan of his own, who registers with
-- an address of his own, or opens the page of the facility where WHO is empty.
-- SCANS: a file of lines "CODE TOKEN"; WHO: part of the addresses; PAUSE: of a connection between two requests, in ms.

local scans, who
local count = 0
local headers = {
    ["Accept-Language"] = "ja",
    ["User-Agent"] = "Mozilla/5.0 (Linux; Android 9; SH-01L) AppleWebKit/537.36 (KHTML, like Gecko) Mobile Safari/537.36",
}

function init(arguments)
    scans = assert(io.open(arguments[1]))
    who = arguments[2]
    local pause = tonumber(arguments[3])
    if pause > 0 then
        function delay()
            return pause
        end
    end
    if who ~= "" then
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    end
end

function request()
    local line = scans:read("*l")
    if not line then -- up to five people may use one scan
        scans:seek("set")
        line = scans:read("*l")
    end
    local space = line:find(" ", 1, true)
    local path = "/f/" .. line:sub(1, space - 1)
    if who == "" then
        return wrk.format("GET", path, headers)
    end
    count = count + 1
    local body = "token=" .. line:sub(space + 1) .. "&email=" .. who .. count .. "%40visitor.example.jp&agree=1&lang=ja"
    return wrk.format("POST", path, headers, body)
end

function done(summary, latency)
    local errors = summary.errors
    print(string.format('{"requests": %d, "seconds": %f, "errors": %d, "p50": %f, "p99": %f}', summary.requests,
        summary.duration / 1e6, errors.connect + errors.read + errors.write + errors.status + errors.timeout,
        latency:percentile(50) / 1e3, latency:percentile(99) / 1e3))
end
