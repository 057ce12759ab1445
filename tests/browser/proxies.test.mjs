// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { access, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';

import { Authority } from './support/authority.mjs';
import { packaging } from './support/folders.mjs';
import { freePort } from './support/ports.mjs';
import { run, startService } from './support/processes.mjs';
import { Shirase } from './support/shirase.mjs';
import { until } from './support/waiting.mjs';

const host = 'shirase.example.jp';

/** How each proxy is started on the example that we ship, with other ports, another certificate and its own folder. */
const proxies = {
    nginx: {
        program: '/usr/sbin/nginx',
        async configure(example, { folder, http, https, upstream, certificate, key }) {
            const site = example.replaceAll('listen 80', `listen ${http}`).replaceAll('listen [::]:80', `listen [::1]:${http}`)
                .replaceAll('listen 443', `listen ${https}`).replaceAll('listen [::]:443', `listen [::1]:${https}`)
                .replaceAll(/ssl_certificate \S+;/g, `ssl_certificate ${certificate};`)
                .replaceAll(/ssl_certificate_key \S+;/g, `ssl_certificate_key ${key};`)
                .replaceAll('/var/log/nginx', folder).replaceAll('127.0.0.1:8080', upstream);
            const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
                .map((kind) => `${kind}_temp_path ${folder}/${kind};`).join('\n');
            const user = process.getuid() === 0 ? 'user root;\n' : '';
            await writeFile(join(folder, 'site.conf'), site);
            await writeFile(join(folder, 'proxy.conf'), `${user}pid ${folder}/pid;\ndaemon off;\nerror_log ${folder}/error.log;\n`
                + `events {}\nhttp {\naccess_log ${folder}/access.log;\n${temporary}\ninclude ${folder}/site.conf;\n}\n`);
            return ['-p', folder, '-e', join(folder, 'error.log'), '-c', join(folder, 'proxy.conf')];
        },
    },
    caddy: {
        program: '/usr/bin/caddy',
        async configure(example, { folder, http, https, upstream, certificate, key }) {
            const options = `admin off\n\thttp_port ${http}\n\thttps_port ${https}\n\tstorage file_system ${folder}/storage`;
            const site = example.replaceAll('127.0.0.1:8080', upstream)
                .replace(/^\{$/m, `{\n\t${options}`)
                .replace(/^(shirase\.example\.jp) \{$/m, `$1 {\n\ttls ${certificate} ${key}`);
            await writeFile(join(folder, 'Caddyfile'), site);
            return ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile'];
        },
    },
};

const exists = (path) => access(path).then(() => true, () => false);

// The examples in packaging/proxy, as they are shipped, in front of a real server.
for (const [name, proxy] of Object.entries(proxies)) {
    const missing = await exists(proxy.program) ? false : `${proxy.program} is not there: packaging/dependencies proxies installs it`;

    describe(`behind ${name}`, { skip: missing, timeout: 300_000 }, () => {
        let shirase, running, authority, folder, http, https, code;

        before(async () => {
            shirase = await Shirase.setUp();
            authority = await Authority.make(shirase.path('.'));
            await authority.issue('proxy', host);
            [http, https] = [await freePort(), await freePort()];
            await shirase.configure({ 'web.public_url': `https://${host}:${https}`, 'web.trusted_proxies': '127.0.0.1' });
            await shirase.serve();
            ({ code } = await shirase.addFacility());
            folder = shirase.path(name);
            await mkdir(folder);
            const example = await readFile(join(packaging, 'proxy', name === 'nginx' ? 'nginx.conf' : 'Caddyfile'), 'utf8');
            const args = await proxy.configure(example, { folder, http, https, upstream: new URL(shirase.url).host,
                certificate: authority.path('proxy.pem'), key: authority.path('proxy.key') });
            // Neither says on its standard output that it is ready.
            running = await startService('/bin/sh', ['-c', 'echo started; exec "$0" "$@"', proxy.program, ...args],
                (line) => (line === 'started' ? true : undefined), { env: { HOME: folder } });
            await until(async () => (await get('/')).status === 200, `${name} serves: ${running.stderr}`);
        });
        after(async () => {
            await running?.stop();
            await shirase?.remove();
        });

        /** { status, headers, body } as curl sees it, who trusts the proxy's certificate. */
        async function get(path, ...args) {
            const { stdout } = await run('curl', ['--silent', '--include', '--cacert', authority.path('ca.pem'),
                '--resolve', `${host}:${https}:127.0.0.1`, ...args, `https://${host}:${https}${path}`]);
            const end = stdout.indexOf('\r\n\r\n');
            const headers = stdout.slice(0, end).toLowerCase();
            return { status: Number(/^http\/\S+ (\d+)/.exec(headers)?.[1] ?? 0), headers, body: stdout.slice(end + 4) };
        }
        const registers = async (address, ...args) => {
            const token = /name="token" value="([^"]+)"/.exec((await get(`/f/${code}`)).body)[1];
            return get(`/f/${code}`, '--data-urlencode', `token=${token}`, '--data-urlencode', `email=${address}`, '--data', 'agree=1', ...args);
        };

        it('a visitor registers, over TLS for good', async () => {
            const answer = await registers('proxied@example.jp');
            assert.equal(answer.status, 303, answer.body);
            const visit = /^location: (\S+)/m.exec(answer.headers)[1];
            assert.match(visit, /^\/v\//);
            assert.match(answer.headers, /^strict-transport-security: max-age=\d+/m);
        });

        it('plain HTTP is led to TLS', async () => {
            const { stdout } = await run('curl', ['--silent', '--head', '--resolve', `${host}:${http}:127.0.0.1`, `http://${host}:${http}/f/${code}`]);
            assert.match(stdout, /^HTTP\/1\.1 30[18]/);
            assert.match(stdout, new RegExp(`^location: https://${host}\\S*/f/${code}`, 'mi'));
        });

        it('a page with a token is not compressed, a plain one is', async () => {
            assert.doesNotMatch((await get(`/f/${code}`, '--header', 'Accept-Encoding: gzip')).headers, /^content-encoding/m);
            assert.match((await get('/', '--head', '--header', 'Accept-Encoding: gzip')).headers, /^content-encoding: gzip/m);
        });

        it('the counts stay on the machine, and so does what another host is asked for', async () => {
            assert.equal((await get('/metrics')).status, 404);
            const other = await get('/', '--header', 'Host: evil.example');
            assert.ok(other.status !== 200 || other.body === '', other.body);
        });

        it('a body beyond all forms is refused', async () => {
            await writeFile(join(folder, 'large'), 'a'.repeat(200_000));
            const { status } = await get(`/f/${code}`, '--header', 'Expect:', '--data-binary', `@${join(folder, 'large')}`);
            assert.equal(status, 413);
        });

        it('who visits is counted by the address that the proxy sees, whatever is sent along', async () => {
            await shirase.configure({ 'limits.per_network_per_minute': 3 });
            const statuses = [];
            await until(async () => {
                const spoofed = `198.51.100.${statuses.length % 250}`;
                statuses.push((await get('/nowhere', '--data', 'x=1', '--header', `X-Forwarded-For: ${spoofed}`)).status);
                return statuses.at(-1) === 429;
            }, 'the limit is met');
        });

        it('keeps no log of visitors, nor of what went wrong with one', async () => {
            await shirase.stopServing();
            assert.ok((await get(`/f/${code}`)).status >= 500);
            const files = await readdir(folder, { recursive: true, withFileTypes: false });
            for (const file of files.filter((path) => path.endsWith('.log'))) {
                const log = await readFile(join(folder, file), 'utf8');
                assert.ok(!log.includes(code) && !log.includes('proxied'), log);
            }
            assert.ok(!running.stderr.includes(code) && !running.stdout.includes(code), running.stderr);
        });
    });
}
