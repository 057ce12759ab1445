// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/DesktopWeb.h"

#include "widgets/shell/ServerStatus.h"

namespace shirase {

void DesktopWeb::open()
{
    m_status.setStarting();
    m_host.reset();
    m_host.emplace(m_folder, m_clock, m_breaker);
    m_status.setCertificateEnd({});
    QObject::connect(&*m_host, &WebHost::problemChanged, &m_status, &ServerStatus::setWarning);
    QObject::connect(&*m_host, &WebHost::certificateTaken, &m_status, &ServerStatus::setCertificateEnd);
    const Result<QString> url = m_host->open(QString());
    if (url)
        m_status.setRunning(*url);
    else
        m_status.setStopped(url.error().message);
}

} // namespace shirase
