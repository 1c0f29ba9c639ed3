// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exceptions/rights.h"

#include "core/model/permissions.h"
#include "ui/text/words.h"

#include <QCoreApplication>

namespace holdpoint::ui::exceptions {
namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(holdpoint::ui::exceptions::Rights)
};

QString linkObstacle(const Client& client)
{
    const session::LinkState link = client.link();
    if (!client.isAttached() || link.state != session::LinkState::State::Connected)
        return Tr::tr("Not connected: nothing can be sent.");
    return link.readOnly ? Tr::tr("This connection is read-only.") : QString();
}

}  // namespace

QString sendObstacle(const Client& client, std::string_view what)
{
    if (QString link = linkObstacle(client); !link.isEmpty())
        return link;
    if (mayDo(client.whoami().role, what))
        return {};
    const auto who = whoMay(what);
    return needs({who.begin(), who.end()});
}

QString bulkObstacle(const Client& client, std::string_view what, std::size_t count)
{
    if (QString one = sendObstacle(client, what); !one.isEmpty())
        return one;
    const std::size_t most = bulkLimit(client.whoami().role);
    if (count <= most)
        return {};
    return Tr::tr("Your role may act on %n at once.", nullptr, static_cast<int>(most)) + QLatin1Char(' ') +
           needs({Role::SupportLead, Role::Engineer});
}

}  // namespace holdpoint::ui::exceptions
