// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/shot.h"

#include <QDir>
#include <QImage>
#include <QWidget>
#include <QtTest/QTest>

namespace holdpoint::ui {
namespace {

bool hasContent(const QImage& image)
{
    const QRgb first = image.pixel(0, 0);
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixel(x, y) != first)
                return true;
    return false;
}

}  // namespace

bool shoot(QWidget& widget, const QSize& size, const QString& name)
{
    widget.resize(size);
    widget.show();
    if (!QTest::qWaitForWindowExposed(&widget))
        return false;
    const QImage image = widget.grab().toImage();
    if (!hasContent(image))
        return false;
    const QString folder = qEnvironmentVariable("HOLDPOINT_SHOTS");
    return folder.isEmpty() ||
           (QDir().mkpath(folder) && image.save(folder + QLatin1Char('/') + name + QStringLiteral(".png")));
}

}  // namespace holdpoint::ui
