using MultiLine.Storage.Media;

namespace MultiLine.Grains.Media;

/// <summary>A file that can be read here.</summary>
/// <param name="Bytes">Its bytes.</param>
/// <param name="Sha256">Of the bytes.</param>
/// <param name="Owner">What is given back when nobody reads it any more.</param>
internal sealed record OpenMedium(IMediumBytes Bytes, byte[] Sha256, IDisposable Owner);
