// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/SecretBytes.h"

#include <sodium.h>

#include <cstring>
#include <new>

namespace shirase {

SecretBytes::SecretBytes(std::size_t size)
    : m_data(static_cast<unsigned char *>(sodium_malloc(size)))
    , m_size(size)
{
    if (!m_data)
        throw std::bad_alloc();
    sodium_memzero(m_data, m_size);
}

SecretBytes::SecretBytes(QByteArrayView bytes)
    : SecretBytes(std::size_t(bytes.size()))
{
    if (m_size > 0)
        std::memcpy(m_data, bytes.data(), m_size);
}

SecretBytes &SecretBytes::operator=(SecretBytes &&other) noexcept
{
    std::swap(m_data, other.m_data);
    std::swap(m_size, other.m_size);
    return *this;
}

SecretBytes::~SecretBytes()
{
    sodium_free(m_data);
}

SecretBytes SecretBytes::random(std::size_t size)
{
    SecretBytes bytes(size);
    randombytes_buf(bytes.m_data, size);
    return bytes;
}

SecretBytes SecretBytes::copy() const
{
    return SecretBytes(view());
}

bool initialiseCryptography()
{
    return sodium_init() >= 0;
}

} // namespace shirase
