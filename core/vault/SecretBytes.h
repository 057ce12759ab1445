// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <cstddef>
#include <utility>

namespace shirase {

/// A secret in memory of its own that is locked against swapping, fenced by guard pages and wiped when it goes
/// (sodium_malloc). It moves but never copies by itself.
class SecretBytes
{
public:
    SecretBytes() = default;
    /// Zeroed. @throws std::bad_alloc if the system gives no locked memory
    explicit SecretBytes(std::size_t size);
    /// A copy of bytes that the caller then wipes or lets go.
    explicit SecretBytes(QByteArrayView bytes);
    SecretBytes(SecretBytes &&other) noexcept
        : m_data(std::exchange(other.m_data, nullptr)), m_size(std::exchange(other.m_size, 0))
    {
    }
    SecretBytes &operator=(SecretBytes &&other) noexcept;
    ~SecretBytes();

    [[nodiscard]] static SecretBytes random(std::size_t size);
    [[nodiscard]] SecretBytes copy() const;

    [[nodiscard]] unsigned char *data() { return m_data; }
    [[nodiscard]] const unsigned char *data() const { return m_data; }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    [[nodiscard]] QByteArrayView view() const { return {m_data, qsizetype(m_size)}; }

private:
    unsigned char *m_data = nullptr;
    std::size_t m_size = 0;
};

/// Readies libsodium; every program calls it once, first. False if the system gives no randomness.
[[nodiscard]] bool initialiseCryptography();

} // namespace shirase
