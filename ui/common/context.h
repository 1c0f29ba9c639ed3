// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"
#include "ui/state/client.h"
#include "ui/state/commands.h"
#include "ui/state/navigator.h"
#include "ui/state/settings.h"
#include "ui/state/workspace.h"
#include "ui/text/format.h"

namespace holdpoint::ui {

/// What every screen is given: owned by the main window or by `main`, outliving all screens.
struct Context {
    Client& client;
    Theme& theme;
    CommandRegistry& commands;
    Navigator& navigator;
    Settings& settings;
    Workspace& workspace;
    Format& format;
};

}  // namespace holdpoint::ui
