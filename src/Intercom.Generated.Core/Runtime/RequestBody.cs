using System.Net.Http.Headers;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Runtime;

/// <summary>The body of a call. JSON is serialized once. A form is written for each attempt.</summary>
internal sealed class RequestBody
{
    private readonly byte[]? _json;
    private readonly JObject? _fields;
    private readonly List<KeyValuePair<string, UploadFile>> _files = [];
    private readonly long[] _starts = [];

    private RequestBody(byte[] json)
    {
        _json = json;
        CanRepeat = true;
    }

    private RequestBody(object form, JsonCodec codec)
    {
        (_fields, _files) = WireFormat.WriteForm(form, codec);
        CanRepeat = _files.TrueForAll(file => file.Value.Content.CanSeek);
        if (CanRepeat)
            _starts = [.. _files.Select(file => file.Value.Content.Position)];
    }

    /// <summary>Whether the body can be sent more than once. False if the stream of an upload cannot be rewound.</summary>
    public bool CanRepeat { get; }

    /// <summary>Creates the body of a request, or null if it has none.</summary>
    public static RequestBody? For(ApiRequest request) => request.Body switch
    {
        null => null,
        not JToken and var form when request.Operation.IsMultipart => new RequestBody(form, request.BodyCodec ?? JsonCodec.For(form)),
        var body => new RequestBody(WireFormat.WriteRequest(body, request.BodyCodec, request.BodyOverrides)),
    };

    /// <summary>Creates the content for an attempt.</summary>
    public HttpContent ToContent()
    {
        if (_json is null)
        {
            Rewind();
            return Multipart(_fields!, _files);
        }

        var content = new ByteArrayContent(_json);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        return content;
    }

    private void Rewind()
    {
        try
        {
            for (var i = 0; i < _starts.Length; i++)
                _files[i].Value.Content.Position = _starts[i];
        }
        catch (Exception e)
        {
            throw new UploadFailure(e);
        }
    }

    // MultipartFormDataContent would add filename* (RFC 5987), which RFC 7578 forbids and some servers reject.
    private static MultipartContent Multipart(JObject fields, List<KeyValuePair<string, UploadFile>> files)
    {
        var form = new MultipartContent("form-data");
        foreach (var field in fields.Properties().Where(field => field.Value.Type != JTokenType.Null))
            form.Add(Part(Field(field.Value), FormDisposition.Of(field.Name)));
        foreach (var file in files)
        {
            var content = new StreamContent(new KeptOpenStream(file.Value.Content));
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(file.Value.ContentType);
            form.Add(Part(content, FormDisposition.Of(file.Key, file.Value.FileName)));
        }

        return form;
    }

    private static HttpContent Part(HttpContent content, string disposition)
    {
        content.Headers.TryAddWithoutValidation("Content-Disposition", disposition);
        return content;
    }

    private static StringContent Field(JToken value) =>
        new(value is JValue { Value: string text } ? text : value.ToString(Newtonsoft.Json.Formatting.None));

    // Keeps HttpClient from disposing the caller's stream.
    private sealed class KeptOpenStream(Stream inner) : Stream
    {
        public override bool CanRead => inner.CanRead;

        public override bool CanSeek => inner.CanSeek;

        public override bool CanWrite => false;

        public override long Length => inner.Length;

        public override long Position
        {
            get => inner.Position;
            set => inner.Position = value;
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            try
            {
                return inner.Read(buffer, offset, count);
            }
            catch (Exception e)
            {
                throw new UploadFailure(e);
            }
        }

        public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            try
            {
                return await inner.ReadAsync(buffer, offset, count, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                throw new UploadFailure(e);
            }
        }

        public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

        public override void Flush()
        {
        }

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
